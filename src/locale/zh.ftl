# 中文界面用语。English wording is in en.ftl; both files have the same keys.

## 读取调查文件
read-io = 无法读取文件内容：{ $why }。请确认文件没有被移动、磁盘或网络连接正常，然后重试。
read-empty = 文件里没有内容。请确认选对了文件，并在保存后重试。
read-password = 工作簿设有打开密码，无法读取。请在 WPS 或 Excel 中打开，依次选择“文件”“信息”（WPS 为“文件”“文档加密”），清除密码后另存为 .xlsx，再重试。
read-old-workbook = 这是旧版二进制工作簿（.xls 或 .et）。请在 WPS 或 Excel 中打开，另存为“Excel 工作簿（.xlsx）”，再重试。
read-truncated = 工作簿不完整，缺少结尾部分，多半是下载或复制中断所致。请重新获取完整的文件。
read-damaged = 工作簿的“{ $part }”已损坏，无法读取。请在 WPS 或 Excel 中打开并修复，另存为 .xlsx；打不开时请重新获取文件。
read-oversized = 工作簿的“{ $part }”展开后大得异常，出于安全不予读取。请在 WPS 或 Excel 中打开，把数据另存为 CSV，或新建工作簿，只把数据复制过去。
read-unknown-encoding = 没有名为“{ $name }”的文字编码。请改用 UTF-8、GB18030、UTF-16LE 或 Big5，或者不填，由程序识别。
read-is-pdf = 这是 PDF 文档，不是表格。请提供生成它的原始表格，保存为 .xlsx 或 CSV。
read-is-word = 这是 Word 文档，不是表格。请把其中的表格复制到 WPS 表格或 Excel，保存为 .xlsx。
read-is-slides = 这是演示文稿，不是表格。请提供原始表格，保存为 .xlsx 或 CSV。
read-is-xlsb = 这是二进制工作簿（.xlsb）。请在 WPS 或 Excel 中打开，另存为“Excel 工作簿（.xlsx）”，再重试。
read-is-opendocument = 这是 OpenDocument 文件（如 .ods）。请打开后另存为 .xlsx 或 CSV，再重试。
read-is-archive = 这是压缩包，不是表格。请先解压，再选择其中的 .xlsx 或 CSV 文件。
read-is-shapefile = 这是 Shapefile 数据，不是表格。请在 QGIS 等软件中导出为带坐标列的 CSV，再重试。
read-is-geopackage = 这是 GeoPackage 或 SQLite 数据库，不是表格。请在 QGIS 等软件中导出为带坐标列的 CSV，再重试。
read-is-json = 这是 JSON 或 GeoJSON 数据，不是表格。请在 QGIS 等软件中导出为带坐标列的 CSV，再重试。
read-is-kml = 这是 KML 或 KMZ 地图数据，不是表格。请在 QGIS 等软件中导出为带坐标列的 CSV，再重试。
read-is-image = 这是图片，不是表格。请把图中的内容录入表格，保存为 .xlsx 或 CSV。
read-is-html = 这是网页，即使文件名是 .xls 也不是工作簿；一些系统导出的“Excel”就是这样。请在 WPS 或 Excel 中打开，另存为 .xlsx，再重试。
read-is-xml = 这是 XML 文件，不是 .xlsx 工作簿。如果是“XML 电子表格 2003”，请在 WPS 或 Excel 中打开，另存为 .xlsx，再重试。
read-is-binary = 无法识别这个文件，它不是文本，也不是工作簿。请在生成它的软件中另存为 .xlsx 或 CSV，再重试。
