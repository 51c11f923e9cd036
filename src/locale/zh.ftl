# 中文界面用语。English wording is in en.ftl; both files have the same keys.

## CQL2 表达式的书写错误

cql-unexpected = 此处写的是 `{ $found }`，应为{ $expected }
cql-unexpected-end = 表达式没有写完，此处还应有{ $expected }
cql-reserved = `{ $found }` 是保留字，此处应为{ $expected }；若是字段名，请写成 "{ $found }"
cql-null = 此处不能写 `{ $found }`；判断有没有填写，请用 `IS NULL` 或 `IS NOT NULL`
cql-comparison-chain = 比较不能连写；请用 `BETWEEN … AND …`，或用 `AND` 连接、用括号分开
cql-power-chain = 乘方不能连写；请用括号写明先算哪一个
cql-too-deep = 嵌套或连续运算超过 { $limit } 层；请拆成几个表达式
cql-too-long = 表达式超过 { $limit } 字节
cql-text-open = 文本没有结束，缺少单引号 `'`；文本里面的单引号要写两个
cql-name-open = 字段名没有结束，缺少双引号 `"`
cql-name-empty = 双引号里没有字段名
cql-character = 此处不能用字符 `{ $found }`；含有它的字段名请放在双引号里，文本请放在单引号里
cql-instead = 不能写 `{ $found }`，请写 `{ $instead }`
cql-number-tail = `{ $found }` 不是数：数后面不能直接跟别的字符；单位写成函数，如 `mm(900)`
cql-number-long = `{ $found }` 位数太多：小数点前后各不超过 18 位
cql-not-a-date = `{ $found }` 不是日期；日期写作 `2026-01-31`
cql-not-a-timestamp = `{ $found }` 不是时刻；时刻用世界时，写作 `2026-01-31T08:00:00Z`
cql-not-an-instant = 时段的起止应为日期 `'2026-01-31'`、时刻 `'2026-01-31T08:00:00Z'`、字段、函数，或表示不限的 `'..'`
cql-arguments = 函数 `{ $name }` 应有 { $count } 个参数，此处有 { $given } 个
cql-too-few-positions = 此处至少要有 { $count } 个坐标点
cql-heights-missing = 各坐标点应当都有高程，或者都没有
cql-bbox = `BBOX` 应有 4 个或 6 个数，此处有 { $given } 个
cql-expect-operand = 字段、数、文本或函数
cql-expect-text = 单引号括起的文本
cql-expect-number = 数
cql-expect-instant = 单引号括起的日期、时刻或 `..`
cql-expect-geometry = 几何图形
cql-expect-arithmetic = 运算符
cql-expect-comparison = 比较
cql-expect-end = 表达式结束
cql-list-comma = 、
cql-list-or = 或

## 标准包的书写错误

mistake = 错误
mistake-toml = 这里不合 TOML 的写法，请检查引号、等号、逗号和括号是否齐全（解析器原话：{ $what }）
mistake-toml-twice = 这里的名称前面已经写过，同一名称只能写一次
mistake-unknown-field = 没有名为 `{ $name }` 的字段
mistake-missing-field = 缺少字段 `{ $name }`
mistake-wrong-kind = 此处应为{ $wanted }，写的却是{ $found }
mistake-kind-string = 文本
mistake-kind-integer = 整数
mistake-kind-float = 小数
mistake-kind-boolean = { " true " }或 false
mistake-kind-date = 日期
mistake-kind-datetime = 日期
mistake-kind-array = 列表
mistake-kind-table = 表
mistake-unknown-word = `{ $name }` 不在可用的词里；可用的是：{ $known }
mistake-did-you-mean = 是否想写 `{ $name }`？
mistake-no-interval = 此处应为一个数，或 [下限, 上限]
mistake-duplicate-id = 要求编号 `{ $name }` 重复
mistake-duplicate-parameter = 参数 `{ $name }` 重复
mistake-unknown-requirement = 没有编号为 `{ $name }` 的要求
mistake-unknown-standard = 没有编号为 `{ $name }` 的标准
mistake-unknown-let = 要求 `{ $requirement }` 没有 `let.{ $name }`
mistake-unknown-type = 目录里没有设施类型 `{ $name }`
mistake-unknown-group = 目录里没有设施大类 `{ $name }`
mistake-unknown-property = 设施类型 `{ $type }` 没有属性 `{ $name }`
mistake-unknown-function = 没有名为 `{ $name }` 的函数或单位
mistake-unknown-category = 属性 `{ $property }` 没有取值 `{ $name }`
mistake-unknown-unit = 目录里没有单位 `{ $name }`
mistake-not-a-subject = 本要求的对象里没有设施类型 `{ $name }`
mistake-unknown-check = 本要求没有检查项 `{ $name }`
mistake-not-a-number = 此处应为数
mistake-not-a-condition = 此处应为条件：比较、是非属性，或用 AND、OR、NOT 相连的条件
mistake-not-a-value = 这个值与属性 `{ $name }` 的种类不符，或超出其范围
mistake-no-order = 属性 `{ $name }` 没有大小之分，只能用 = 、<> 或 IN
mistake-not-in-requirements = 要求里不能用 `{ $what }`
mistake-null = 要求里不能用 IS NULL：没有数据不是答案
mistake-arguments = `{ $name }` 的参数个数或种类不对
mistake-dimensions = 单位不符：左边是{ $left }，右边是{ $right }
mistake-circle = `{ $name }` 绕回了它自己
mistake-row = `let.{ $name }` 的每一行要有 value 或 from，二者取一
mistake-measure = measure 应是本检查比较式的一边
mistake-nothing-to-check = 要求 `{ $name }` 既无检查项，也无可量的 measure
mistake-aggregate = 此处应有 count、share、sum、nearest、rank 之一，且只有一个
mistake-among = 没有说在哪些设施之中：请写 among = "parts"、among = "jurisdiction"，或 within
mistake-area-domain = 辖区没有组成部分，也没有位置；辖区内的设施不必写 among
mistake-rank = 要求的对象是 `{ $type }`，排名只能在同类之中
mistake-constant = 此处应为固定的数，不能含属性，也不能含核查日
mistake-no-area = 本标准没有级别为 `{ $name }` 的 [[area]]
mistake-duplicate-type = 设施类型 `{ $name }` 重复
mistake-header-twice = 列标题「{ $name }」既是 `{ $one }` 又是 `{ $other }`
mistake-bounds = bounds 的下限高于上限
mistake-unsurveyed = unsurveyed 不在 bounds 之内
mistake-values = 类别属性要有 values，其他属性不能有
mistake-relation-sign = `{ $name }` 里没有 <=、>= 或 =
mistake-relation-name = 本类型没有数值属性 `{ $name }`
mistake-two-meanings = 「{ $name }」在同一种属性里有两个意思
mistake-duplicate-clause = 条款编号 `{ $name }` 重复
mistake-clause-examined = 条款 `{ $name }` 已由要求 `{ $requirement }` 核查，不能又列为不核查
mistake-clause-order = 条款 `{ $name }` 应排在 `{ $before }` 前面：按原文的先后

dimension-none = 无单位的数
dimension-count = 个数
dimension-length = 长度
dimension-area = 面积
dimension-ratio = 比率
dimension-angle = 角度
dimension-force = 力
dimension-duration = 时间
dimension-money = 金额
dimension-date = 日期

## 命令行

help-about = 无障碍核查：查明并证明一座城市的无障碍程度
help-usage = 用法：
help-commands = 命令
help-command = 命令
help-some-options = [选项]
help-help = 显示帮助
help-version = 显示版本
help-arguments = 参数
help-options = 选项
help-lang = 界面语言：zh 中文（默认），en 英文
help-standards = 另加一个文件夹里的标准包和设施目录，无需重新编译
help-audit-about = 按标准核查普查文件，给出缺口报告
help-audit-files = 普查文件：CSV、工作簿（XLSX、XLS、ODS）、地图（GeoJSON、Esri JSON、KML、KMZ）或 JSON；编码和表头自动识别
help-standard = 依据的标准编号，可写多个；auto 表示按辖区和日期自动选用
help-profile = 映射文件（TOML）：各列是什么；一份用于全部文件，或每个文件一份
help-jurisdiction = 表中没有写明辖区的设施所属的行政区划代码（六位）
help-audit-known-by = 只采用到这个时间为止已入库的观测，如 2026-11-22 或 2026-11-22T08:00:00+08:00；默认现在
help-boundaries = 行政区边界（GeoJSON 面，属性为 adcode、name、level、parent）：据此归入行政区，并核对位置
help-audit-as-of = 核查日，如 2026-11-22；默认今天
help-audit-format = 输出格式：table 表格（默认）、json、csv、html、xlsx 工作簿、sarif、earl；地图用 geojson、svg 或 png
help-audit-output = 写入文件；HTML 的缺口多于五万条时写成文件夹
help-audit-findings = 列出哪些结论：gaps 只列缺口（默认），all 全部
help-audit-fail-on = 退出码何时为 1：violation 有违反强制要求或逾期目标（默认），any 有任何缺口，never 从不
help-audit-diagnostics = 把数据问题清单写入这个 CSV 文件，可与普查表并排打开
help-map-number = 印在地图上的审图号；不写则注明为内部工作用图
help-demo-about = 生成虚构的示范市的普查文件
help-demo-folder = 写入的文件夹
help-demo-size = 设施数，100 到 10000000，默认 5000
help-demo-seed = 随机种子，默认 1：同一种子得到同样的文件
help-completions-about = 输出命令行自动补全脚本
help-completions-shell = 命令行环境：bash、zsh、fish 或 powershell
help-man-about = 写出手册页（man），程序和每条命令各一页
help-man-folder = 写到这个文件夹
man-name = 名称
man-synopsis = 用法概要
man-description = 说明
man-version = 版本
man-written = 已在 { $folder } 写出 { $count } 页手册
progress-reading = 正在读取 { $done } / { $all } MB（{ $percent } %）
progress-judging = 正在核查……
progress-writing = 正在写出……
help-standard-about = 查看和检验标准
help-standard-list-about = 列出全部标准及其要求数
help-standard-show-about = 列出一部标准的各项要求和示例
help-standard-show-id = 标准编号
help-standard-check-about = 检查全部标准的写法，一次指出所有错误
help-standard-test-about = 逐一运行标准自带的示例
help-standard-test-ids = 标准编号；不写则全部
help-standard-coverage-about = 逐条说明标准的每一条款是否核查，以及为什么
help-standard-coverage-ids = 标准编号；不写则全部
help-standard-coverage-format = 输出格式：table（终端，默认）、json
help-standard-diff-about = 比较两部标准或一部标准的两个版本，以及普查结论因此如何改变
help-standard-diff-before = 前者：标准编号，或标准包的文件夹
help-standard-diff-after = 后者：标准编号，或标准包的文件夹
help-standard-diff-surveys = 普查文件，用来看哪些结论会变
help-standard-diff-as-of = 哪一天，如 2026-05-01；不写则今天
help-standard-diff-format = 输出格式：table（终端，默认）、json
help-standard-conflicts-about = 找出同一天约束同一对象的标准之间哪里不一致，以哪一项为准，为什么
help-standard-conflicts-place = 行政区划代码；不写则看每一个有自己标准的地方
help-standard-conflicts-as-of = 哪一天，如 2026-05-01；不写则今天
help-standard-conflicts-facility-type = 只看一种设施类型
help-standard-conflicts-format = 输出格式：table（终端，默认）、json

argument-no-value = { $argument } 后面还要写一个值。用法见 --help
argument-bad-choice = { $argument } 不能写 { $value }{ $nearest ->
    [none] 。
   *[other] ，是否想写 { $nearest }？
}可以写：{ $known }
argument-bad-value = { $argument } 不能写 { $value }。该写什么，见 --help
argument-unknown = 没有选项 { $argument }{ $nearest ->
    [none] 。
   *[other] ，是否想写 { $nearest }？
}用法见 --help
argument-unknown-command = 没有命令 { $command }{ $nearest ->
    [none] 。
   *[other] ，是否想写 { $nearest }？
}用法见 --help
argument-missing = 还要写 { $argument }；文件写在选项前面。用法见 --help
argument-twice = { $argument } 只能写一次

audit-written = 已写入 { $file }
demo-made = 已在 { $folder } 生成示范市（虚构）：{ $facilities } 处设施，{ $files } 个普查文件
standard-checked = { $standards } 部标准、{ $requirements } 项要求、{ $types } 种设施类型，写法无误
standard-tested = 示例 { $passed } 个符合，{ $failed } 个不符
standard-given = 给定
standard-given-nothing = 无
standard-mismatch = { $field }：应为 { $expected }，得到 { $got }
standard-unverified = 未与原文核对
standard-covered = 共 { $clauses } 条：{ $counts }
clause-checked = 已核查
clause-metadata = 文件自身
clause-not_checkable = 不可核查
clause-retired = 不再使用
coverage-clause = 条款
coverage-text = 要求，或不核查的理由

failure = 未能运行
failure-read = 无法读取 { $file }：{ $cause }
failure-write = 无法写入 { $file }：{ $cause }
failure-recipe = 示范市的配方有误：{ $cause }
failure-survey = { $file }：{ $cause }
failure-profile = 映射文件 { $file } 有误：
profile-mistake = 第 { $line } 行：{ $what }
failure-profiles = 给了 { $profiles } 份映射文件、{ $files } 个文件：请给一份映射文件，或每个文件各一份
failure-unknown-standard = 没有标准 { $name }{ $nearest ->
    [none] 。
   *[other] ，是否指 { $nearest }？
}现有：{ $known }
failure-no-pack = 文件夹 { $folder } 里没有 pack.toml，不是标准包。请写标准编号，或写标准包的文件夹
failure-unknown-type = 目录里没有设施类型 { $name }{ $nearest ->
    [none] 。
   *[other] ，是否指 { $nearest }？
}
failure-nothing-read = { $file } 中没有读到任何设施：{ $cause }。{ $remedy }
failure-boundaries = 边界文件 { $file } 有误：{ $cause }
failure-boundary = { $area }：{ $why ->
    [crossing] 边界自相交，分不出内外（{ $detail }）
    [adcode] 属性 adcode 不是六位行政区划代码
    [parent] 属性 parent 不是六位行政区划代码
    [twice] 同一代码有两个边界
    [degrees] 坐标不是经纬度
   *[shape] 不是面
}
failure-no-boundary = { $file } 中没有行政区边界
failure-no-rows = 文件中没有任何设施
failure-known-by = { $value } 不是时间；请写一天，如 2026-11-22，或一个时刻，如 2026-11-22T08:00:00+08:00
failure-jurisdiction = { $value } 不是行政区划代码；请写 GB/T 2260 的六位数字，如 150802

## 系统说明的原因

system-not-found = 没有这个文件或文件夹，请核对名称和位置
system-denied = 没有权限
system-is-folder = 这是文件夹，请写其中的文件
system-no-folder = 路径中有一段不是文件夹
system-not-text = 不是 UTF-8 编码的文本，请另存为 UTF-8
system-full = 磁盘空间不足
system-read-only = 磁盘是只读的
system-bad-name = 文件名不合规定
system-no-room = 文件夹 { $folder } 放不下工作簿的临时文件：请腾出空间，或写到别的文件夹
system-other = { $why }

## 诊断：数据有什么问题，怎么办

diagnostic-not-a-number = 「{ $value }」不是数
remedy-not-a-number = 请写数，可带单位，如 12、14-17、约20、895±10 mm；若表格软件把 3-5 或 1:12 变成了日期，请先把单元格设为文本再重新填写
diagnostic-not-yes-or-no = 「{ $value }」不是「是」或「否」
remedy-not-yes-or-no = 请写「是」或「否」；没有查清的写「不详」；若本列用代码，请在映射文件的 values 中说明代码的含义
diagnostic-not-a-category = 「{ $value }」不是已知的类别
remedy-not-a-category = { $nearest ->
    [none] 请改为下列之一：{ $known_zh }；或在映射文件的 values 中说明它的含义
   *[other] 是否指「{ $nearest }」？可用的类别：{ $known_zh }；也可在映射文件的 values 中说明它的含义
}
diagnostic-not-a-date = 「{ $value }」不是日期，或者日与月分不清
remedy-not-a-date = 请写成 2015-03-05、2015-03 或 2015；若整列是月/日/年或日/月/年，请在映射文件中用 date_order 说明
diagnostic-not-an-adcode = 「{ $value }」不是行政区划代码
remedy-not-an-adcode = 请写 GB/T 2260 的六位数字代码，如 150802；也可以写标准所列行政区的全名，但几个行政区同名时只能写代码
diagnostic-wrong-unit = 「{ $value }」的单位与本列不符
remedy-wrong-unit = { $unit ->
    [none] 本列是个数，请只写数；若列对应错了，请在映射文件中改正
   *[other] 请用能换算为 { $unit } 的单位；若列标题括号中的单位写错了，请改标题，或在映射文件中用 unit 说明
}
diagnostic-out-of-bounds = 「{ $value }」超出可能的范围（{ $bounds }）
remedy-out-of-bounds = 请核对数值和单位；单位不是默认的，请写在列标题的括号里，或在映射文件中用 unit 说明
diagnostic-not-whole = 「{ $value }」不是整数，而这里要的是个数
remedy-not-whole = 请写整数；不确定时写范围，如 2-3
diagnostic-word-in-count = 这里要的是个数，写的是「{ $value }」，按不详处理
remedy-word-in-count = 请写个数；若本列的「有」就是至少一个、「无」就是没有，请在映射文件的这一列写 words_as_counts = true
diagnostic-guessed-number = 「{ $value }」读作 { $reading }
remedy-guessed-number = 请确认；最好直接写成数和单位
diagnostic-damaged-id = 编号「{ $value }」已被表格软件改坏，没有采用
remedy-damaged-id = 请把编号列设为文本，从原始数据重新复制编号
diagnostic-no-identity = 这一行没有编号、名称和位置
remedy-no-identity = 请至少补上其中一项，否则下次调查认不出它；若这一行是合计或说明，请删去，或在映射文件中用 [[keep]] 排除
diagnostic-derived-id = { $rows } 行没有编号，已用类型、名称和位置生成
remedy-derived-id = 请补上编号；否则名称或位置一改，就会当成另一处设施
diagnostic-total-row = 这一行是合计，没有当作设施
remedy-total-row = 若它是一处设施，请填写编号，或改正名称
diagnostic-heading-row = 这一行只有一个跨列合并的单元格，当作小标题或备注，没有当作设施
remedy-heading-row = 若它是一处设施，请取消合并，把各项填入各列
diagnostic-merged-cells = 「{ $column }」有合并的单元格，合并的内容按所跨的每一行各算一次，共补入 { $rows } 行
remedy-merged-cells = 若不是这个意思，请取消合并，逐行填写
diagnostic-unknown-type = { $written ->
    [no] 没有写设施类型
   *[other] 「{ $value }」不是已知的设施类型
}
remedy-unknown-type = { $nearest ->
    [none] 请改用目录中的类型名称；这一行没有采用
   *[other] 是否指「{ $nearest }」？请改用目录中的类型名称；这一行没有采用
}
diagnostic-sheet-type-unknown = 看不出这张表是哪类设施
remedy-sheet-type-unknown = { $candidates_zh ->
    [none] 请把工作表或文件命名为设施类型，或加一列「设施类型」，或在映射文件中写 type
   *[other] 可能是：{ $candidates_zh }。请把工作表或文件命名为设施类型，或加一列「设施类型」，或在映射文件中写 type
}
diagnostic-conflict = 「{ $property_zh }」与 { $other_file } 第 { $other_row } 行同一天的记录说法不一
remedy-conflict = 请核对这两行，改正一行或删去一行；已入库的，用 barrierfree review choose 选定一行；在此之前按互相矛盾处理，不作判定
diagnostic-relation-broken = 记录的数互相矛盾：应当 { $relation_zh }
remedy-relation-broken = 请核对这几个数；在此之前都按互相矛盾处理，不作判定
diagnostic-bad-position = 位置「{ $value }」不在地球上，或只有一半
diagnostic-bad-geometry = { $why ->
    [crosses-itself] 图形的边界自己相交
    [unclosed] 面的边界没有闭合，首尾不是同一点
    [too-few-points] 图形的点太少：线至少要两点，面至少要四点（首尾重合）
    [not-a-number] 图形的坐标里有不是数的内容
   *[unknown-kind] 图形的种类无法识别
}
remedy-bad-geometry = 请在地理信息软件中检查并修复这个图形；位置按其余各点估计，这一条的其他内容已采用
diagnostic-said-twice = 同一要素里这一项写了两次，内容不同，采用了后一次的「{ $value }」
remedy-said-twice = 请在来源数据中核对，去掉其中一项
diagnostic-duplicate-row = 与 { $other_file } 第 { $other_row } 行完全相同，只算一处设施
remedy-duplicate-row = 请核对是不是重复录入；若确是两处设施，请给每处不同的编号
diagnostic-link-not-followed = 文件里有 { $links } 处指向别的地图文件，没有读取
remedy-link-not-followed = 请把所指的文件另行下载，一并选上
remedy-bad-position = 请补全经度和纬度，写成 116.391 或 116°23′29″ 这样的度数；这一行的其他内容已采用
diagnostic-crs-not-converted = { $why ->
    [datum] 「{ $value }」到 2000 国家大地坐标系的转换参数因地而异，没有公开，{ $whose ->
        [rows] 这样写的行
       *[sheet] 本表
    }的位置没有采用
   *[unknown] 不认识坐标系「{ $value }」，{ $whose ->
        [rows] 这样写的行
       *[sheet] 本表
    }的位置没有采用
}
remedy-crs-not-converted = { $why ->
    [datum] 请向当地测绘主管部门或数据提供者要 2000 国家大地坐标系（EPSG:4490 或其三度带）的成果
   *[unknown] 请核对写法，如 EPSG:4548、国家2000、GCJ-02；若写得没错，请先用地理信息软件转为 EPSG:4490 的经纬度
}
diagnostic-crs-by-header = 列标题「{ $value }」写明了坐标系，位置按 { $crs } 换算
remedy-crs-by-header = 若不是这样，请在映射文件的 position 中写明 crs
diagnostic-swapped-axes = { $rows ->
    [1] 「{ $value }」的经度和纬度（或东和北）写反了，已对调采用
   *[other] 全部 { $rows } 行的经度和纬度（或东和北）都写反了，如「{ $value }」，已对调采用
}
remedy-swapped-axes = 请对调两列的标题或内容；中国的经度（73–135）和纬度（18–54）不重叠，写反了一定看得出
diagnostic-x-is-north = 本表 { $rows } 行以 X 为北、Y 为东，如「{ $value }」，已照此采用
remedy-x-is-north = 这是测绘的习惯，无需改动；若不是这样，请在映射文件的 position 中写明 east 和 north
diagnostic-metres-as-degrees = { $rows ->
    [1] 「{ $value }」是以米为单位的坐标，而坐标系按 { $crs } 是经纬度，位置没有采用
   *[other] 全部 { $rows } 行都是以米为单位的坐标，如「{ $value }」，而坐标系按 { $crs } 是经纬度，位置没有采用
}
remedy-metres-as-degrees = { $grid ->
    [three] 数值像是高斯–克吕格三度带第 { $zone } 带；若为 2000 国家大地坐标系，请在映射文件的 position 中写 crs = "{ $likely }"
    [six] 数值像是高斯–克吕格六度带第 { $zone } 带；若为 2000 国家大地坐标系，请在映射文件的 position 中写 crs = "{ $likely }"
    [unprefixed] 东坐标没有带号，看不出中央子午线；请向提供者问明坐标系，在映射文件的 position 中写 crs，如 EPSG:4548（中央子午线 117°）
   *[none] 请向提供者问明坐标系，在映射文件的 position 中写 crs
}
diagnostic-degrees-as-metres = { $rows ->
    [1] 「{ $value }」是经纬度，而声明的 { $crs } 以米为单位，位置没有采用
   *[other] 全部 { $rows } 行都是经纬度，如「{ $value }」，而声明的 { $crs } 以米为单位，位置没有采用
}
remedy-degrees-as-metres = 请核对映射文件的 crs：经纬度写 EPSG:4490 或 EPSG:4326，取自高德、腾讯地图的写 GCJ-02，取自百度地图的写 BD-09
diagnostic-outside-crs = { $rows ->
    [1] 「{ $value }」不在 { $crs } 的使用范围之内，位置没有采用
   *[other] 全部 { $rows } 行都不在 { $crs } 的使用范围之内，如「{ $value }」，位置没有采用
}
remedy-outside-crs = { $grid ->
    [three] 数值像是高斯–克吕格三度带第 { $zone } 带；若为 2000 国家大地坐标系，请在映射文件的 position 中写 crs = "{ $likely }"
    [six] 数值像是高斯–克吕格六度带第 { $zone } 带；若为 2000 国家大地坐标系，请在映射文件的 position 中写 crs = "{ $likely }"
    [unprefixed] 东坐标没有带号，看不出中央子午线；请向提供者问明坐标系，在映射文件的 position 中写 crs，如 EPSG:4548（中央子午线 117°）
   *[none] 请向提供者问明坐标系，在映射文件的 position 中写 crs
}
diagnostic-shifted = { $against ->
    [areas] 本文件的位置与所写的行政区对不上：按 { $crs } 还原后，位于所写行政区之外的设施由 { $before } 处减为 { $after } 处
   *[file] { $crs ->
        [none] 本文件的位置相对 { $other } 整体偏移 { $metres } 米（同一设施 { $matches } 处），原因不明
       *[other] 本文件的位置相对 { $other } 整体偏移 { $metres } 米（同一设施 { $matches } 处），与 { $crs } 的偏移相差不到 { $residual } 米
    }
}
remedy-shifted = { $whose ->
    [this] 本文件按 { $declared } 读取，很可能其实是 { $crs }；请向提供者核实，属实则在映射文件的 position 中写 crs = "{ $crs }"。位置没有改动
    [other] { $other } 按 { $declared } 读取，很可能其实是 { $crs }；请向提供者核实，属实则在它的映射文件的 position 中写 crs = "{ $crs }"。位置没有改动
   *[unknown] 请核对两个文件的坐标系和中央子午线。位置没有改动
}
diagnostic-outside-boundaries = { $facilities } 处设施不在任何行政区的边界之内，如第 { $first } 行
remedy-outside-boundaries = 请核对位置和坐标系，或换用完整的行政区边界
diagnostic-area-disagrees = { $facilities } 处设施写的是 { $value }，位置却在 { $area }（{ $name }）之内，如第 { $first } 行
remedy-area-disagrees = 请核对行政区划代码和位置；在此之前按所写的 { $value } 计
diagnostic-area-by-position = { $facilities } 处设施按位置归入行政区
remedy-area-by-position = 无需处理；写明行政区划代码的，以所写为准
diagnostic-no-observation-date = { $rows } 行没有写调查日期，按核查日计
remedy-no-observation-date = 请加一列「调查日期」，或在映射文件中写 observed_on
diagnostic-day-of-import = { $rows } 行没有调查日期，按导入之日 { $day } 计
remedy-day-of-import = 增加“调查日期”列，或在映射文件或导入命令中写明 observed_on
diagnostic-type-gone = { $rows } 行的设施类型已不在目录中，没有采用
remedy-type-gone = 请使用导入时所用的标准包，如写明 --standards
diagnostic-known-later = { $rows } 行的入库时间晚于 { $known_by }，没有采用
remedy-known-later = 无需处理；要采用它们，请改用更晚的 --known-by
diagnostic-no-known-at = { $rows } 行没有入库时间，按现在才入库处理；核查只采用到 { $known_by } 为止的观测，所以没有采用这些行
remedy-no-known-at = 请加一列「入库时间」，或在映射文件中写明 known_at
diagnostic-observed-later = { $rows } 行的调查日期晚于核查日 { $as_of }，没有采用
remedy-observed-later = 请核对调查日期，或改用更晚的核查日
diagnostic-formula-error = { $result ->
    [missing] 公式没有保存结果
   *[other] 单元格是错误值「{ $value }」
}
remedy-formula-error = 请在表格软件中改正公式并保存，或直接填数值
diagnostic-bad-encoding = 有的字按所判断的编码读不出来：「{ $value }」
remedy-bad-encoding = 请在映射文件的 [file] 中写明 encoding（如 gb18030），或另存为 UTF-8
diagnostic-no-rows = 表头下面没有数据
remedy-no-rows = 请确认文件是否完整；若表头找错了行，请在映射文件中写 header_row
diagnostic-no-header = 没有找到表头
remedy-no-header = 请在前三十行内写一行列标题，至少两列用目录中的名称；或在映射文件中写 header_row 和 [columns]
diagnostic-hidden-sheet = 隐藏的工作表，没有读取
remedy-hidden-sheet = 若其中有调查数据，请取消隐藏，或在映射文件中用 sheet 指明
diagnostic-sheet-missing = 映射文件中的工作表「{ $value }」不在文件里
remedy-sheet-missing = { $nearest ->
    [none] 请核对工作表名称
   *[other] 是否指「{ $nearest }」？请改映射文件或工作表名称
}
diagnostic-row-too-wide = 这一行有 { $columns } 列，超过任何表格的限度，没有采用
remedy-row-too-wide = 请检查这一行的分隔符和引号
diagnostic-unreadable-row = { $why ->
    [unclosed-quote] 引号没有结束，其后的内容都并进了这一格，这一行没有采用
    [too-long] 这一行过长，没有采用
    [not-json] 这一行不是正确的 JSON，没有采用；其余各行照常读取
    [no-record] 列表中的这一项不是由名称和值组成的对象，没有采用
   *[other] 这一行已损坏，读不出来
}
remedy-unreadable-row = { $why ->
    [not-json] 请检查这一行的引号、逗号和括号
    [no-record] 请在来源数据中核对这一项
    [too-long] 请把过长的内容拆开，或简化过密的边界
   *[other] 请检查这一行的引号和分隔符
}
diagnostic-column-twice = 「{ $column }」与前面一列是同一内容，没有采用
remedy-column-twice = 请删去多余的一列，或在映射文件中指明用哪一列
diagnostic-column-missing = 映射文件中的列「{ $column }」不在表里
remedy-column-missing = { $nearest ->
    [none] 请核对列标题
   *[other] 是否指「{ $nearest }」？请改映射文件或列标题
}

## 映射文件中的错误

profile-syntax = 写法有误：{ $detail }
profile-unknown-type = 没有设施类型 `{ $name }`{ $nearest ->
    [none] {""}
   *[other] ，是否指 `{ $nearest }`？
}
profile-unknown-property = 没有属性 `{ $name }`{ $nearest ->
    [none] {""}
   *[other] ，是否指 `{ $nearest }`？
}
profile-unknown-unit = 没有单位 `{ $name }`{ $nearest ->
    [none] {""}
   *[other] ，是否指 `{ $nearest }`？
}
profile-unit-does-not-fit = 单位 `{ $unit }` 与属性 `{ $name }` 不符
profile-words-need-count = `words_as_counts` 只能用于个数，`{ $name }` 不是个数
profile-bad-value = `{ $name }` 的值 `{ $value }` 读不懂{ $nearest ->
    [none] {""}
   *[other] ，是否指 `{ $nearest }`？
}
profile-bad-adcode = `{ $value }` 不是六位行政区划代码
profile-bad-day = `{ $value }` 不是一天的日期，请写成 2024-05-01
profile-column-and-constant = `{ $name }` 既给了列又给了常数，请只留一个
profile-bad-header-rows = `header_rows` 要写 1 到 { $most } 的数
profile-position-pair-or-wkt = `position` 要么写 `longitude` 和 `latitude`，要么写 `east` 和 `north`，要么写 `wkt`
profile-keep-is-or-is-not = `keep` 要写 `is` 或 `is_not` 中的一个

## 核查时发现的数据问题

diagnostic-unreadable-file = { $rows ->
    [0] 文件无法读取：{ $cause }
   *[other] 只读出 { $rows } 行，其余无法读取：{ $cause }
}
remedy-unreadable-file = 其余文件照常核查；请修好这个文件后重新核查
diagnostic-no-jurisdiction = { $facilities } 处设施没有写明行政区划代码，只按全国标准核查
remedy-no-jurisdiction = 请在表中加上行政区划代码一列，或用 --jurisdiction 写明

diagnostic-unknown-jurisdiction = 行政区划 { $value } 没有标准包收录，其中 { $facilities } 处设施只按全国标准核查
remedy-unknown-jurisdiction = 请核对代码；若当地另有文件，请用 --standards 加上标准包

## 读取调查文件
read-io = 无法读取文件内容：{ $why }。请确认文件没有被移动、磁盘或网络连接正常，然后重试。
read-empty = 文件里没有内容。请确认选对了文件，并在保存后重试。
read-password = 工作簿设有打开密码，无法读取。请在 WPS 或 Excel 中打开，依次选择「文件」「信息」（WPS 为「文件」「文档加密」），清除密码后另存为 .xlsx，再重试。
read-old-workbook = 这是旧版二进制工作簿（.xls 或 .et）。请在 WPS 或 Excel 中打开，另存为「Excel 工作簿（.xlsx）」，再重试。
read-truncated = 文件不完整，缺少结尾部分，多半是下载或复制中断所致。请重新获取完整的文件。
read-damaged = 文件的「{ $part }」已损坏，无法读取。工作簿请在 WPS 或 Excel 中打开并修复，另存为 .xlsx；其他文件，或打不开时，请重新获取。
read-oversized = 文件的「{ $part }」展开后大得异常，出于安全不予读取。请在原来的软件中打开，把数据另存为 CSV，或新建文件，只把数据复制过去。
read-still-open = 这个数据库还在别的程序中打开着，有改动尚未写入（旁边的 -wal 文件）。请在 QGIS 等软件中保存并关闭，再重试。
read-part-missing = 缺少与它配套的文件「{ $part }」：Shapefile 的图形在 .shp 中，属性在 .dbf 中。请把同名的 .shp、.dbf、.prj、.cpg 放在同一文件夹，选择其中的 .shp，或打包成 zip，再重试。
read-unsafe-name = 压缩包里有一个名称可疑的文件「{ $part }」，它指向压缩包之外，出于安全不予读取。请向提供者索取正常的文件。
read-document-type = 这份文件自带实体定义（DOCTYPE），地图数据用不着它，出于安全不予读取。请在地理信息软件中打开后重新导出。
read-not-json = 这份文件开头像 JSON，但第 { $line } 行第 { $at } 个字处{ $fault }，其后无法读取。请在生成它的软件中重新导出；手工编写的请改正此处。
json-ends = 内容突然结束，文件不完整（多半是下载或复制中断）
json-no-value = 应当有一个值
json-no-key = 应当有一个带双引号的名称
json-no-colon = 名称后面缺少冒号
json-no-comma = 缺少逗号或右括号
json-trailing-comma = 是一个多余的逗号之后的括号
json-no-number = 不是合乎规则的数
json-bad-escape = 反斜杠后面的字符不合规则
json-control-character = 引号里有换行或其他控制字符
json-too-deep = 嵌套过深（超过 128 层），出于安全不再读取
json-trailing = 在结尾之后还有内容
read-needs = 读取这份文件须支持「{ $what }」，本版不支持。请用通常的压缩方式重新导出（OpenStreetMap 数据可用 osmium cat -f pbf,pbf_compression=zlib），再重试。
read-unknown-encoding = 没有名为「{ $name }」的文字编码。请改用 UTF-8、GB18030、UTF-16LE 或 Big5，或者不填，由程序识别。
read-is-pdf = 这是 PDF 文档，不是表格。请提供生成它的原始表格，保存为 .xlsx 或 CSV。
read-is-word = 这是 Word 文档，不是表格。请把其中的表格复制到 WPS 表格或 Excel，保存为 .xlsx。
read-is-slides = 这是演示文稿，不是表格。请提供原始表格，保存为 .xlsx 或 CSV。
read-is-xlsb = 这是二进制工作簿（.xlsb）。请在 WPS 或 Excel 中打开，另存为「Excel 工作簿（.xlsx）」，再重试。
read-is-archive = 这是压缩包，不是表格。请先解压，再选择其中的 .xlsx、CSV 或 GeoJSON 文件。
read-is-shapefile = 这是 Shapefile 的附属文件。请选择同名的 .shp（.dbf、.prj 与它放在一起），或把它们打包成 zip，再重试。
read-is-geopackage = 这是 SQLite 数据库，但不是 GeoPackage，其中没有登记的图层。请在生成它的软件中导出为 GeoPackage、GeoJSON 或 CSV，再重试。
read-is-json = 这份 JSON 里没有由对象组成的列表，不成表格。请提供 GeoJSON 要素集、Esri JSON 要素集，或由对象组成的数组。
read-is-geometry = 这份 GeoJSON 只有图形，没有说明是什么设施。请导出带属性的要素集（FeatureCollection）。
read-is-topojson = 这是 TopoJSON，本版不读。请在 QGIS 等软件中导出为 GeoJSON，再重试。
read-is-parquet = 这是 Parquet 表格，本版不读。请导出为 CSV 或 GeoJSON，再重试。
read-is-tiff = 这是 TIFF 图片或 GeoTIFF 栅格，不是表格。请提供矢量数据（如 GeoJSON）或表格。
read-is-kml = 这份 KML 或 KMZ 里没有地标（Placemark），没有可读的设施。若它只是指向别的文件，请选所指的文件。
read-is-opendocument = 这是 OpenDocument 文档（如 .odt、.odg），不是电子表格。请把其中的表格复制到 WPS 表格或 Excel，保存为 .xlsx。
read-is-old-workbook = 这是 1995 年以前的旧版工作簿。请在 WPS 或 Excel 中打开，依次选择「文件」「另存为」「Excel 文件（*.xlsx）」，再重试。
read-is-wps = 这是 WPS 自有格式的文档（如 .et、.wps）。请在 WPS 中打开，依次选择「文件」「另存为」「Excel 文件（*.xlsx）」，再重试；如果是文字文档，请先把其中的表格复制到 WPS 表格。
read-is-numbers = 这是 Apple Numbers 表格（.numbers）。请在 Numbers 中打开，依次选择「文件」「导出为」「Excel」，再重试。
read-is-ofd = 这是 OFD 版式文档，不是表格。请提供生成它的原始表格，保存为 .xlsx 或 CSV。
read-is-access = 这是 Access 数据库，不是表格。请在 Access 中打开要用的表，依次选择「外部数据」「导出」「Excel」，保存为 .xlsx，再重试。
read-is-image = 这是图片，不是表格。请把图中的内容录入表格，保存为 .xlsx 或 CSV。
read-is-html = 这是网页，即使文件名是 .xls 也不是工作簿；一些系统导出的「Excel」就是这样。请在 WPS 或 Excel 中打开，另存为 .xlsx，再重试。
read-is-xml = 这是 XML 文件，不是 .xlsx 工作簿。如果是「XML 电子表格 2003」，请在 WPS 或 Excel 中打开，另存为 .xlsx，再重试。
read-is-binary = 无法识别这个文件，它不是文本，也不是工作簿。请在生成它的软件中另存为 .xlsx 或 CSV，再重试。

## 报告：五种结论

outcome-passed = 合格
outcome-failed = 不合格
outcome-cantTell = 无法判定
outcome-inapplicable = 不适用
outcome-untested = 未检

## 报告：为什么无法判定

reason-conflict = 记录互相矛盾
reason-not_surveyed = 未测
reason-recorded_unknown = 记录为不详
reason-straddles_threshold = 数值范围跨过界限
reason-inventory_not_complete = 可能还有未登记的设施
reason-condition_not_evidenced = 条件是否成立没有证据
reason-deference_unresolved = 所引标准未能确定
reason-needs_second_observation = 还缺一轮观测
reason-division_by_zero = 除数可能为零

## 报告：为什么未检

silence-no_threshold = 条文没有合格线，只作测量
silence-not_in_force = 当日未施行
silence-out_of_scope = 不在本次核查范围内
silence-no_register = 没有提供登记数据

## 报告：缺口类别

gap-violation = 违反
gap-overdue_target = 逾期目标
gap-upcoming = 尚未到期
gap-lagging = 推进滞后
gap-advice = 建议改进
gap-evidence_gap = 证据不足

## 报告：约束强度

strength-mandatory = 强制
strength-target = 目标
strength-progressive = 逐步推进
strength-conditional = 附条件
strength-encouraged = 鼓励
strength-advisory = 提示
strength-binding = 约束性
strength-expected = 预期性

## 报告：截止日期的精度

precision-day = { $date }
precision-month = { $date } 月底
precision-year = { $date } 年底
precision-plan_end = { $date }（规划期末）
precision-event = 未定日期

## 报告：数和单位

report-amount-range = { $low }–{ $high }
report-amount-least = 至少 { $low }
report-amount-most = 至多 { $high }
report-amount-unknown = 未知
report-comma = 、
report-semicolon = ；

## 报告：查出了什么

report-found-short = { $name } { $measured }，应有 { $required }，缺 { $shortfall }
report-found-equal = { $name } { $measured }，正好是界限 { $required }，还不算做到
report-found-over = { $name } { $measured }，应不超过 { $required }，超出 { $shortfall }
report-found-maybe = { $name } { $measured }，要求 { $required }，可能差 { $shortfall }
report-found-beside = { $name } { $measured }，要求 { $required }
report-found-measured = { $name } { $measured }
report-found-not = { $name }：没有或不符合
report-found-also-open = 另有未定：{ $names }
report-found-open = { $reason }：{ $names }
report-found-open-plain = { $reason }

## 报告：怎么办

report-remedy-put-right = 整改：{ $names }
report-survey-conflict = 核对矛盾的记录：{ $names }
report-survey-not_surveyed = 补测：{ $names }。测后即可判定
report-survey-recorded_unknown = 查清：{ $names }。查清即可判定
report-survey-straddles_threshold = 测得更准：{ $names }
report-survey-inventory_not_complete = 查清是否还有未登记的设施，或声明已普查完整
report-survey-condition_not_evidenced = 补充条件是否成立的证据：{ $names }
report-survey-deference_unresolved = 确定适用的标准：{ $names }
report-survey-needs_second_observation = 再测一轮：{ $names }
report-survey-division_by_zero = 核对是否为零：{ $names }

## 报告：谁负责，何时，依据何处

report-responsible-lead = 牵头：{ $names }
report-responsible-participants = 配合：{ $names }
report-responsible-unranked = { $names }
report-responsible-nobody = 条文未写明
report-deadline-none = 条文未写截止日期
report-deadline-inferred = 按规划期推定
report-deadline-overdue = 已逾期 { $count } 天
report-sheet = { $file }「{ $sheet }」
report-at = { $file } { $cells }
report-row = 第 { $row } 行
report-cells = 第 { $row } 行「{ $columns }」
report-caveat-made-up = 虚构
report-caveat-unverified = 未与原文核对
report-caveat-rests-on = 按所引标准判定，其中 { $count } 项要求未与原文核对
report-unverified-mark = 内容未与原文核对，或按未核对的要求判定：先核对再引用
report-caveat-parameter = 文件未界定「{ $word }」，本程序按 { $value } 计
report-withheld = 涉及个人且人数太少，不公布
report-rows-withheld = 不公布（涉及个人）
report-merged-more = 同一处整改另有 { $count } 条要求：{ $clauses }
report-merged-into = 与 { $leader } 是同一处整改，以其为准

## 报告：结论

report-verdict-failed = 不合格：{ $facilities } 处设施有 { $count } 项到期要求未达到。
report-verdict-open = 没有查出到期未达到的要求，但有 { $count } 项无法判定，先补测。
report-verdict-later = 到期的要求都已达到，另有 { $count } 项尚未到期或属建议。
report-verdict-withheld = 有不合格或无法判定的内容，涉及个人，只公布总数，见各项要求。
report-verdict-passed = 合格：适用的要求全部达到。
report-verdict-nothing = 没有可以判定的内容。
report-as-of = 截至 { $date }
report-in-jurisdiction = 辖区 { $place }
report-by-standards = 依据 { $count } 部标准
report-of-facilities = 设施 { $count } 处
report-made-up = 注意：《{ $title }》是虚构的，仅供演示。

## 报告：各部分

report-section-requirements = 各项要求
report-section-gaps = 缺口
report-section-urgent = 最紧要的
report-section-diagnostics = 数据问题
report-section-columns = 各列读成了什么
report-requirements-not-judged = 另有 { $count } 项要求不适用或未检，见 --format html、csv 或 json 的输出。
report-more-facilities = 另有 { $count } 处设施有缺口，完整清单用 --format html、csv 或 json 输出。
report-whole-diagnostics = 逐条的位置和改法见 --format html、csv 或 json 的输出。
report-sheet-line = { $place }：{ $type }，行数 { $rows }，{ $columns } 列读入 { $used } 列
report-several-types = 多种设施
report-type-jurisdiction = 辖区
report-columns-left-out = 未用的列：{ $names }

## 报告：表头

report-column-facility = 设施
report-column-facility-id = 设施编号
report-column-type = 类型
report-column-jurisdiction = 辖区
report-column-standard = 标准
report-column-clause = 依据
report-column-requirement = 要求
report-column-requirement-id = 要求编号
report-column-strength = 约束强度
report-column-outcome = 结论
report-column-gap = 缺口类别
report-column-found = 查出的情况
report-column-remedy = 怎么办
report-column-measured-low = 实测下限
report-column-measured-high = 实测上限
report-column-required-low = 要求下限
report-column-required-high = 要求上限
report-column-shortfall-low = 缺额下限
report-column-shortfall-high = 缺额上限
report-column-unit = 单位
report-column-reason = 原因
report-column-properties = 相关属性
report-column-responsible = 责任部门
report-column-deadline = 截止
report-column-overdue-days = 逾期天数
report-column-sources = 来源
report-column-caveats = 提示
report-column-merged-into = 并入要求
report-column-key = 缺口编号
report-column-file = 文件
report-column-sheet = 工作表
report-column-row = 行
report-column-column = 列
report-column-severity = 程度
report-column-kind = 问题
report-column-value = 原值
report-column-message = 说明
report-column-code = 代码
report-column-missing = 至少缺

## 报告：数据问题的程度和种类

report-severity-error = 不可用
report-severity-warning = 需留意
report-severity-note = 供参考
report-kind-not-a-number = 不是数
report-kind-not-yes-or-no = 不是「是」或「否」
report-kind-not-a-category = 不在选项之内
report-kind-not-a-date = 不是日期
report-kind-wrong-unit = 单位不符
report-kind-out-of-bounds = 超出合理范围
report-kind-not-whole = 个数带小数
report-kind-word-in-count = 个数写成了「有」或「无」
report-kind-guessed-number = 读法待确认
report-kind-damaged-id = 编号被表格软件改坏
report-kind-no-identity = 没有编号、名称或位置
report-kind-derived-id = 编号由名称等生成
report-kind-total-row = 合计行
report-kind-heading-row = 小标题或备注行
report-kind-merged-cells = 合并的单元格
report-kind-unknown-type = 未知的设施类型
report-kind-conflict = 同日记录互相矛盾
report-kind-relation-broken = 数值之间对不上
report-kind-bad-position = 坐标有误
report-kind-bad-geometry = 图形有误
report-kind-said-twice = 同一项写了两次
report-kind-duplicate-row = 重复的行
report-kind-link-not-followed = 未读取的链接
report-kind-crs-not-converted = 坐标系未转换
report-kind-crs-by-header = 坐标系由列标题写明
report-kind-swapped-axes = 经纬度写反
report-kind-x-is-north = X 为北、Y 为东
report-kind-metres-as-degrees = 以米为单位，声明为经纬度
report-kind-degrees-as-metres = 是经纬度，声明为以米为单位
report-kind-outside-crs = 不在坐标系的使用范围之内
report-kind-shifted = 位置整体偏移
report-kind-outside-boundaries = 在行政区边界之外
report-kind-area-disagrees = 所写行政区与位置不符
report-kind-area-by-position = 按位置归入行政区
report-kind-no-observation-date = 没有调查日期
report-kind-day-of-import = 按导入之日计
report-kind-type-gone = 目录中已没有的类型
report-kind-known-later = 入库晚于所限时间
report-kind-no-known-at = 没有入库时间
report-kind-observed-later = 调查日期晚于核查日
report-kind-formula-error = 公式没有结果
report-kind-bad-encoding = 编码有误
report-kind-no-rows = 没有数据行
report-kind-no-header = 找不到表头
report-kind-row-too-wide = 一行的格子太多
report-kind-unreadable-row = 读不出的行
report-kind-column-twice = 两列对应同一属性
report-kind-column-missing = 缺少映射文件里的列
failure-pages = 缺口太多，一个网页放不下：请用 -o 写明位置，报告将写成一个文件夹

## 报告：网页

report-html-title = 无障碍缺口报告
report-html-contents = 目录
report-html-skip = 跳到正文
report-html-back = 回到总报告
report-html-footer = 由 barrierfree 生成。本页自带全部数据，不连接任何网络。
report-html-verdict = 结论
report-html-requirements = 各项要求
report-html-jurisdictions = 各辖区
report-html-urgent = 最紧要的
report-html-list = 全部清单
report-html-diagnostics = 数据问题
report-html-columns = 各列读成了什么
report-html-plan = 核查依据与范围
report-html-method = 怎样读这份报告
report-html-at-facilities = 涉及设施 { $count } 处
report-html-requirements-lead = 同一处设施可能受几项要求约束，各项的数不能相加。
report-html-shares = 比例
report-html-period-past = 规划期已过
report-html-checks = 分项 { $count }
report-html-no-gaps = 没有缺口。
report-html-facilities-with-gaps = 有缺口的设施
report-html-nowhere = 未注明辖区
report-html-urgent-lead = 这里写出 { $facilities } 处设施的 { $shown } 条缺口，共有 { $all } 条，其余在「全部清单」里。先列到期的违反，再按缺额和逾期长短。
report-html-needs-script = 筛选和翻页需要 JavaScript。没有它时，上面最紧要的内容照样可读，完整清单可用 --format csv 输出后打开。
report-html-no-findings = 没有可列的内容。
report-html-filters = 筛选清单
report-html-search = 查找
report-html-filter-outcome = 结论
report-html-filter-gap = 缺口类别
report-html-filter-duty = 要求
report-html-filter-place = 辖区
report-html-clear = 清除筛选
report-html-pages = 翻页
report-html-previous = 上一页
report-html-next = 下一页
report-html-diagnostics-lead = 展开一类，可以看到每一处的位置、原值和改法。
report-html-diagnostics-pages = 每一处的位置和改法在以下页面里：
report-html-no-diagnostics = 没有发现数据问题。
report-html-no-sheets = 没有读入文件。
report-crs = { $converted ->
    [no] 坐标系 { $name }（没有换算，位置没有采用）
   *[yes] 坐标系 { $name }{ $by ->
        [profile] ，由映射文件写明
        [file] ，由文件写明
        [header] ，由列标题写明
        [column] ，逐行写明
       *[nobody] ，没有写明，按经纬度读取
    }
}
report-html-encoding = 编码 { $encoding }
report-html-header-row = 表头在第 { $row } 行
report-html-became = 读作
report-html-mapped-by = 怎样认出
report-html-columns-common = 每个表都有、读法也都相同的 { $count } 列
report-html-columns-every = 每个表都有的列
report-html-columns-own = 其余各列
report-html-columns-all = 各列
report-html-left-out = 未用
report-html-no-property = 用于筛选行或确定位置
report-html-plan-known-by = 入库截至
report-html-plan-as-of = 截至
report-html-plan-scope = 标准怎样适用
report-html-plan-jurisdiction = 辖区
report-html-plan-facilities = 设施
report-html-plan-complete = 已声明普查完整
report-html-plan-engine = 程序
report-html-auto = 只在其有效的地方和时间适用
report-html-as-if = 对所有设施一律适用
report-html-none-complete = 无，可能还有未登记的设施
report-html-standards = 采用的标准
report-html-inputs = 读入的文件
report-html-hash = 校验值
report-html-rows = 行数
report-html-page = 页面
report-html-facilities = 设施
report-html-entries = 条数
report-html-list-pages = 内容较多，按辖区分页，一条不少。每页都可以筛选。
report-column-only = 「{ $column }」列
report-mapped-profile = 映射文件
report-mapped-alias = 列名
report-mapped-nothing = 无

## 报告：网页脚本用语

report-js-all = 全部
report-js-close = 关闭
report-js-count = 符合条件的 { $count } 条，涉及设施 { $facilities } 处；全部 { $all } 条
report-js-no-match = 没有符合条件的内容，请放宽筛选。
report-js-none = 未注明
report-js-page = 第 { $page } / { $pages } 页
report-js-more = 再显示一百条
report-js-shown = 已显示 { $shown } 条，共 { $all } 条
report-js-place = 位置

## 报告：名词解释

report-means-passed = 要求适用，各项检查都成立。
report-means-failed = 要求适用，至少一项检查不成立。
report-means-cantTell = 现有数据不能判定，补测后可以。既不算合格，也不算不合格。
report-means-inapplicable = 要求不适用于该设施。
report-means-untested = 按其性质没有检查，例如条文没有合格线。
report-means-violation = 强制或附条件的要求已到期而未达到。
report-means-overdue_target = 目标未达到，已过截止日期。
report-means-upcoming = 尚未达到，也尚未到期。
report-means-lagging = 应逐步推进的没有进展。
report-means-advice = 属于鼓励或提示的内容未做到。
report-means-evidence_gap = 无法判定，先补证据。
report-note-at-least = 「至少缺」只加总已确定不合格的设施，取各自缺额的下限；实际可能更多。
report-note-intervals = 「14–17」是可能的范围，不是误差；判定对范围内每个值都成立。
report-note-unverified = 标有「未与原文核对」的要求，其内容尚未与文件原文逐字核对，请先核对再引用。
report-note-overlap = 几部标准可能对同一处设施提出同样的要求，各自列出，整改时以最严的为准。
report-note-personal = 涉及个人的类型只公布十条以上的总数，不列出单条。
report-note-sources = 每条结论都注明条文，以及文件、工作表、行和列。

## 数据问题的种类（续）

report-kind-unreadable-file = 文件无法读取
report-kind-no-jurisdiction = 没有写明行政区划
report-kind-unknown-jurisdiction = 标准包没有收录的行政区划
report-kind-sheet-missing = 没有映射文件所说的工作表
report-kind-hidden-sheet = 隐藏的工作表没有读
report-kind-not-an-adcode = 不是行政区划代码
report-kind-sheet-type-unknown = 看不出是哪种设施
report-sheets-whole = 其余 { $count } 个表的各列全部读入
report-columns-became = 读入的列：{ $names }

## 报告：工作簿

report-xlsx-summary = 概况
report-xlsx-gaps = 缺口
report-xlsx-others = 其他结论
report-xlsx-diagnostics = 数据问题
report-xlsx-requirements = 各项要求
report-xlsx-all = 全部结论
report-xlsx-gaps-only = 只列缺口
report-xlsx-cut = …（单元格放不下，全文见 JSON）
report-xlsx-withheld = 「※」处涉及个人且人数太少，不公布。
report-xlsx-printed = 「缺口」表只打印到「截止日期」列，其后各列供筛选和核对来源。
report-html-plan-listed = 列出范围
report-column-lead = 牵头部门
report-column-deadline-date = 截止日期
report-column-measured = 实测
report-column-required = 应有
report-column-also = 同一处整改
report-column-count = 数量
report-column-passed = { outcome-passed }
report-column-failed = { outcome-failed }
report-column-cant-tell = { outcome-cantTell }
report-column-inapplicable = { outcome-inapplicable }
report-column-untested = { outcome-untested }
## 地图

map-title = 无障碍合规地图
map-facilities = 设施（一个符号一处，按最差结论）
map-rings = 数字圈（多处设施，各结论占比）
map-rest = 不适用或未检
map-classes = 辖区：适用要求合格率的下限
map-no-data = 没有数据
map-thin = 已判定的不到一半
map-keys = 图中编号
map-more = 另有 { $count } 个辖区见辖区表
map-north = 北
map-number = 审图号：{ $number }
map-internal = 内部工作用图，未经地图审核，不得公开
map-source = 资料来源：{ $files } 份普查文件{ $told ->
    [yes] ，共 { $rows } 行
   *[no] {""}
}。等距圆柱投影，CGCS2000（WGS 84）坐标。barrierfree { $engine }
map-unverified = 判定所依据的要求中，有 { $count } 项未与原文核对或以未核对的要求为据，见报告。
map-unplaced = { $shown } 处设施没有坐标，未上图。
map-outside = { $shown } 处设施的坐标在图幅之外。
map-left = { $count } 个辖区太小，图上写不下名称，见辖区表。
map-lacking = 有 { $count } 个字不在本图字体中，PNG 图里显示为「〓」：{ $codes }。
map-ring = { $count } 处设施：不合格 { $failed }，无法判定 { $open }，合格 { $passed }，不适用或未检 { $rest }

map-description = 按辖区着色，按设施标出结论；数字圈表示多处设施。同样的数字见下面的表格。
map-rings-line = 数字圈：多处设施；圈上粗的是不合格，空心的是无法判定，细的是合格
map-table = 地图的数据表
map-share = 要求合格率
map-coverage = 已判定
report-html-map = 地图

failure-no-positions = 没有一处设施有坐标，画不出地图。请在普查表里填经度、纬度两列，或改用其他格式
failure-layers = GeoJSON 是一个文件夹，内有设施、辖区两个图层：请用 -o 写明文件夹

## 项目

help-project = 项目文件夹；默认为当前所在的项目
help-json = 以 JSON 输出
help-init-about = 新建项目：一个文件夹，内有配置、设施库、照片和报告
help-init-folder = 文件夹
help-init-title = 项目名称
help-init-jurisdiction = 表中没有写明辖区的设施所属的行政区划代码（六位）
help-config-about = 检查和显示项目的配置
help-config-check-about = 检查配置的写法，一次指出所有错误
help-config-show-about = 显示每个键及其值
help-config-show-origin = 注明每个值从哪里来：默认、配置文件或命令行
init-made = 已在 { $folder } 建立项目；{ $file } 中有每个键的说明
config-checked = { $file }：写法无误
config-not-set = （未设）
config-origin-default = 默认
config-origin-file = 配置文件
config-origin-command-line = 命令行
config-no-file = 没有文件 { $file }
config-bad-profile = 映射文件 { $file } 有误：{ $what }
config-head =
    barrierfree 项目的配置。路径都相对于本文件。
    行首带 # 的行不起作用。barrierfree config check 检查本文件，
    barrierfree config show --origin 显示现在起作用的值及其来源。
config-key-title = 项目名称。
config-key-language = 在本文件夹里执行命令时的语言："zh" 中文，"en" 英文。--lang 优先。
config-key-jurisdiction = 表中没有写明辖区的设施所属的行政区划代码（六位）。
config-key-standards = 依据的标准：标准编号，或 "auto" 表示按辖区和日期自动选用。
config-key-profiles = 映射文件，说明普查文件的各列是什么：一份用于全部文件，或每个文件一份。
config-key-boundaries = 行政区边界（GeoJSON），用来归入行政区和绘制地图。
config-key-map-number = 印在地图上的审图号；不写则注明为内部工作用图。
config-key-packs = 自有标准包和设施类型的文件夹；有 "standards" 文件夹时默认用它。
config-key-store = 设施库存放在哪里：一个文件，或 PostgreSQL 数据库 postgresql://用户@主机/数据库；密码取自环境变量 PGPASSWORD。
config-key-complete = 已经普查完整的类型、辖区和日期；可写多条。
failure-project-there = 已有 { $file }：这里已是一个项目，请在该文件中修改
failure-no-project-here = 没有写普查文件（文件写在选项前面），当前文件夹也不在任何项目之内；请写明文件，或用 --project 指明项目，或用 barrierfree init 新建
failure-no-project = { $folder } 不是项目：其中没有 barrierfree.toml；可用 barrierfree init 新建
help-audit-drafts = 设施库中尚未采信的普查也算在内
help-import-about = 把普查文件导入项目的设施库；已导入过的文件不会改变任何内容
help-import-files = 普查文件
help-import-observed-on = 没有写调查日期的行按哪一天计；默认今天
help-import-replaces = 本次普查采信后所取代的普查的编号
help-import-accept = 导入后随即采信
help-import-diagnostics = 把数据问题清单写入这个 CSV 文件
help-survey-about = 列出设施库中的普查，提交、采信或退回
help-survey-list-about = 列出各次普查及其文件和状态
help-survey-submit-about = 提交一次普查
help-survey-submit-id = 普查编号
help-survey-accept-about = 采信一次已提交的普查：从此计入核查
help-survey-accept-id = 普查编号
help-survey-return-about = 退回一次已提交的普查；其文件可以重新导入
help-survey-return-id = 普查编号
help-survey-return-reason = 退回的理由；“文件:行: 理由”针对某一行。可写多条
help-status-about = 说明设施库里有什么：普查、各类各地的设施、存疑之处
help-status-drafts = 尚未采信的普查也算在内
help-status-diagnostics = 把数据问题清单写入这个 CSV 文件
import-known = { $files ->
    [1] { $first } 
   *[other] 有 { $files } 个文件
}已在第 { $survey } 次普查中，没有任何改变
import-done = 第 { $survey } 次普查已导入{ $state ->
    [accepted] 并采信
   *[other] ，为草稿
}；{ $diagnostics ->
    [0] 数据没有问题
   *[other] 数据有 { $diagnostics } 处说明
}
import-next = 核对无误后提交：barrierfree survey submit { $survey }
import-diagnostics = 查看说明：barrierfree status --drafts --diagnostics 文件
survey-heading = 第 { $survey } 次普查：{ $state }
survey-replaced-by = 已由第 { $survey } 次普查取代
survey-state-draft = 草稿
survey-state-submitted = 已提交
survey-state-accepted = 已采信
survey-state-returned = 已退回
survey-state-superseded = 已被取代
status-empty = 还没有普查；用 barrierfree import 文件… 导入
status-surveys = 普查
status-facilities = 设施
status-doubtful = 存疑
status-few = 人数过少，不予计数
status-nowhere = 未写辖区
failure-store = 设施库 { $file }：{ $cause }
failure-nothing-accepted = { $surveys ->
    [0] 设施库里还没有普查；请用 barrierfree import 导入
   *[other] 设施库里还没有采信的普查；请用 barrierfree survey accept 采信，或用 --drafts 把草稿也算在内
}
store-database = { $why }
store-missing = 还没有导入任何普查；请用 barrierfree import 导入
store-busy = 另有程序正在写入，请待其完成后再试
store-bad-address = 「{ $value }」既不是文件，也不是本程序能打开的 PostgreSQL 数据库地址（postgresql://用户@主机/数据库）
store-away = 连接不上服务器（{ $why }）；请确认它在运行、主机和端口无误，然后重新执行：不会留下只写了一半的内容
store-denied = 服务器不允许（{ $why }）；请检查用户、密码（可放在环境变量 PGPASSWORD 里）、数据库名以及该用户的权限
store-no-encryption = 不支持加密连接（sslmode=require）；请通过本机套接字、专用网络或隧道连接
store-no-postgis = 数据库里没有 PostGIS（{ $why }）；请管理员在其中执行一次 CREATE EXTENSION postgis
store-foreign = 这不是 barrierfree 的设施库
store-newer = 由更新的版本写成（结构 { $found }，本版本只认识到 { $known }），请使用新版本
store-damaged = 其中的 { $what } 无法理解
store-no-survey = 没有第 { $survey } 次普查；barrierfree survey list 可列出全部
store-wrong-state = 第 { $survey } 次普查{ $state }，不能这样处理
store-occupied = 其中已有另一个设施库；请指定空的位置
help-backup-about = 备份、检查备份、恢复：设施库和照片，附每个文件的校验值
help-backup-create-about = 制作备份；其间不能写入设施库
help-backup-create-folder = 尚不存在的文件夹
help-backup-verify-about = 检查备份是否完整，指出缺损之处
help-backup-verify-folder = 备份所在的文件夹
help-backup-restore-about = 把完整的备份恢复到设施库为空的项目
help-backup-restore-folder = 备份所在的文件夹
help-verify-about = 通读整个设施库，说明其中内容或照片有无缺损
help-migrate-about = 把设施库搬到另一处：从文件到服务器，或搬回来
help-migrate-to = 一个文件，或数据库 postgresql://用户@主机/数据库；须为空，或是上次中断之处
backup-made = { $folder }：备份完成；文件 { $files } 个，内容校验值 { $content }
backup-sound = { $folder }：{ $made } 的备份完整；文件 { $files } 个，内容校验值 { $content }
backup-restored = 已恢复 { $folder } 中 { $made } 的备份；内容校验值 { $content }
backup-there = { $folder } 已存在；备份要写入尚不存在的文件夹
backup-other-file = { $file } 已存在且内容不同；未予覆盖
backup-bad-manifest = { $file } 不是备份清单
backup-missing = 缺少 { $file }
backup-changed = { $file } 与备份时不同
backup-unknown = { $file } 不属于这个备份
backup-other-content = inventory.gpkg 的内容与清单不符
verify-done = 普查 { $surveys } 次，记录 { $rows } 行，照片 { $photos } 张，内容校验值 { $content }；缺损 { $faults } 处
verify-bad-rows = 第 { $survey } 次普查，{ $file }：有 { $rows } 行无法理解或位置不对
verify-no-photo = 第 { $survey } 次普查的照片 { $hash } 缺失或已损坏
migrate-done = 已从 { $from } 搬到 { $to }，两处内容校验值均为 { $content }；要使用它，请在 barrierfree.toml 中写：store = "…"
survey-files = （{ $files } 个文件）
help-export-about = 把设施库写成其他程序可用的文件：每种设施一个图层
help-export-format = gpkg、xlsx（一个文件），csv、geojson、shapefile 或 kml（一个文件夹，每种设施一个文件）
help-export-output = 文件或文件夹
help-export-as-of = 写出哪一天的状态；默认今天
help-export-known-by = 只采用到这个时间为止已入库的观测；默认现在
help-export-drafts = 尚未采信的普查也算在内
export-written = 已把 { $layers } 个图层的 { $facilities } 处设施写入 { $file }；涉及个人的类型不写出
export-beside = 这种格式装不下的写在 { $folder } 的 fields.csv（{ $fields } 个字段与原名或原类型不同）和 left-out.csv（{ $values } 个值被截短或略去，其中有全文）

## 手册：条件和数怎样说

phrase-always = 一律适用
phrase-never = 从不适用
phrase-flag = { $what }
phrase-no-flag = 不是“{ $what }”
phrase-not = 并非（{ $what }）
phrase-and = ，且
phrase-or = ，或
phrase-or-value = 或
phrase-and-value = 和
phrase-bracket = （{ $what }）
phrase-quoted = “{ $what }”
phrase-title = 《{ $what }》
phrase-is = { $name }为{ $value }
phrase-is-not = { $name }不为{ $value }
phrase-compared = { $name }{ $rest }
phrase-demanded = { $name }{ $rest }
phrase-equal = { $words ->
    [day] 就是{ $bound }
   *[other] 等于{ $bound }
}
phrase-unequal = { $words ->
    [day] 不是{ $bound }
   *[other] 不等于{ $bound }
}
phrase-least = { $words ->
    [count] 不少于{ $bound }
    [rate] 不低于{ $bound }
    [day] 不早于{ $bound }
   *[size] 不小于{ $bound }
}
phrase-most = { $words ->
    [day] 不晚于{ $bound }
   *[other] 不超过{ $bound }
}
phrase-more = { $words ->
    [count] 多于{ $bound }
    [rate] 高于{ $bound }
    [day] 晚于{ $bound }
   *[size] 大于{ $bound }
}
phrase-less = { $words ->
    [count] 少于{ $bound }
    [rate] 低于{ $bound }
    [day] 早于{ $bound }
   *[size] 小于{ $bound }
}
phrase-as-of = 核查当日
phrase-earlier = 上一轮的{ $what }
phrase-parameter = { $value }（文件写的是“{ $word }”，没有界定，本程序取此数）
phrase-sum-of = { $left } ＋ { $right }
phrase-difference = { $left } － { $right }
phrase-quotient = { $left } ÷ { $right }
phrase-product = { $left } × { $right }
phrase-part = { $whole }的{ $part }
phrase-times = { $whole }的{ $part }倍
phrase-largest = { $what }中最大的一个
phrase-smallest = { $what }中最小的一个
phrase-rounded-up = { $what }（向上取整）
phrase-rounded-down = { $what }（舍去小数）
phrase-else = { $first }（没有记录的，用{ $rest }）
phrase-the-table = 下表所列的数
phrase-table = 表 { $number } 所列的数
phrase-as-it-is = 分情形规定的数
phrase-otherwise = 其余情形
phrase-members = { $filter }的{ $what }
phrase-count = { $place }{ $what }的数量
phrase-lacking = { $place }{ $what }中不符合“{ $that }”的数量
phrase-share = { $place }{ $what }中，{ $that }的所占比例
phrase-sum = { $place }{ $what }的{ $value }合计
phrase-nearest = 到最近的{ $what }的距离
phrase-rank = 按到{ $to }的远近，在同类中排第几（1 为最近）
phrase-every = { $place }每一处{ $what }都做到：{ $that }
phrase-in-area = 辖区内
phrase-in-parts = 本设施内
phrase-within = 周围{ $radius }内
phrase-rises = { $name }比上一轮（至少相隔 { $days } 天）提高
phrase-rests = ；已达{ $end }的，保持不变即可
phrase-complies = 符合{ $standards }中适用的强制要求

## 手册：页面

docs-title = 无障碍要求手册
docs-index = 全部要求
docs-ways = 其他页面
docs-by-standard = 按标准查
docs-by-topic = 按主题查
docs-by-type = 按设施查
docs-footer = 由 barrierfree 从标准包生成，与程序判定所用的内容相同。本页不连接任何网络。引用时请以文件原文为准。
docs-lead = { $standards } 部标准，{ $requirements } 项要求。用浏览器的“查找”功能可以按名称、条号或编号查找。
docs-standards = 标准一览
docs-reading = 怎样读
docs-areas = 辖区
docs-binds = 约束范围
docs-count = 要求数
docs-id = 编号
docs-previous = 上一项 { $name }
docs-next = 下一项 { $name }
docs-asks = 要求什么
docs-flag-assumed = 有本程序取定的数
docs-notice-made-up = 这是虚构的标准，仅供演示。
docs-notice-unverified = 本项内容尚未与文件原文逐字核对，请先核对再引用。
docs-notice-rests-on = 按所引标准判定，其中这些要求尚未与文件原文核对，请先核对再引用：{ $names }。
docs-section-asks = 要求什么
docs-section-line = 界限在哪里
docs-section-facts = 依据、强度与责任
docs-section-survey = 判定时要查什么
docs-section-related = 其他要求怎么说
docs-section-cases = 示例
docs-section-formula = 判定式
docs-line-lead = 下面两例相差最小，结论不同；不同之处用粗体标出。
docs-formula-lead = 程序按下面的判定式计算；上文是同一判定式的文字说明。
docs-written = 标准包中的写法
docs-must-mandatory = { $who }，必须做到：
docs-must-target = { $who }，应当达到以下目标：
docs-must-progressive = { $who }，应当逐步做到：
docs-must-conditional = { $who }，具备条件的，必须做到：
docs-must-encouraged = { $who }，鼓励做到：
docs-must-advisory = { $who }，建议做到：
docs-measured = { $who }：条文没有规定合格线，只作测量：
docs-who-every = 每一处{ $what }
docs-who-where = 凡{ $filter }的{ $what }
docs-areas-below = { $name }所辖的每一个{ $level }
docs-areas-own = { $name }
docs-level-national = 国家级
docs-level-province = 省级行政区
docs-level-prefecture = 地级行政区
docs-level-county = 县级行政区
docs-level-foreign = 其他法域，仅供对照
docs-condition = 以具备条件为前提：{ $what }。没有证据的，不作判定。
docs-the-table = 应有的数
docs-table = 表 { $number }
docs-when = 情形
docs-value = 数
docs-else = 没有做到的：{ $remedy }
docs-same = 对同一类对象的同一项内容，还有以下要求
docs-yields = 以下要求更具体，适用时以它为准，本项不再适用：
docs-overrides = 本项更具体，适用时代替以下要求：
docs-fact-citation = 文件与条款
docs-fact-strength = 约束强度
docs-fact-who = 责任部门
docs-fact-deadline = 期限
docs-fact-binding = 约束范围
docs-fact-why = 为什么
docs-fact-number = 编号
docs-means-mandatory = 未做到即为违反。
docs-means-target = 在期限前达到的结果；到期未达到为逾期目标。
docs-means-progressive = 逐步推进；停滞或后退为推进滞后。
docs-means-conditional = 条件成立时与强制要求相同。
docs-means-encouraged = 鼓励或支持；未做到只作为建议列出。
docs-means-advisory = 提示；未做到只作为建议列出。
docs-nationwide = 全国
docs-from = 自 { $date } 起施行
docs-until = { $date } 后失效
docs-period = 规划期至 { $date }
docs-works-only = 只约束施行之日起许可（没有许可的，竣工）的工程
docs-property = 内容
docs-kind = 怎样记
docs-property-id = 字段名
docs-kind-in = { $kind }（{ $unit }）
docs-kind-count = 数量
docs-kind-length = 长度
docs-kind-area = 面积
docs-kind-ratio = 比率，如 80 % 或 1:12
docs-kind-force = 力
docs-kind-duration = 时间
docs-kind-money = 金额
docs-kind-degree = 角度
docs-kind-boolean = 是或否
docs-kind-date = 日期
docs-kind-text = 文字
docs-given = 给定
docs-because = 说明
docs-short = 缺额
docs-earlier = 上一轮{ $name }
docs-other = 另有一处{ $type }
docs-nothing-given = 什么都没有记录
docs-nothing-known = 没有其他记录
docs-yes = 是
docs-no = 否
docs-written-pages = 已在 { $folder } 写出 { $count } 页，请从 { $first } 看起
report-remedy-some = 若干
help-standard-docs-about = 写出手册：每项要求一页，另有按标准、主题、设施查找的索引
help-standard-docs-folder = 写入的文件夹
help-standard-docs-ids = 标准编号或要求编号；不写则全部
help-standard-docs-format = 格式：html（默认）或 markdown
failure-unknown-requirement = 没有标准或要求 { $name }{ $nearest ->
    [none] 。
   *[other] ，是否指 { $nearest }？
}用 barrierfree standard list 可列出全部标准
failure-not-ours = { $file } 已经存在，不是本程序写的，没有覆盖；请另选一个文件夹
docs-because-inapplicable = 不在要求的适用范围之内
docs-because-passed = 各项都做到
docs-because-untested = 要求不作判定

## 标准之间

standard-yes = 是
standard-no = 否
standard-sample = { $name }：{ $value }
standard-span = { $name }从 { $from } 到 { $to }
standard-span-one = { $name }为 { $from }
standard-span-from = { $name }从 { $from } 起
standard-span-some = { $name }从 { $from } 到 { $to } 之间有 { $only } 个数
conflicts = { $place ->
    [none] { $day }，各地适用的标准之间
   *[other] { $day }，{ $place } 适用的标准之间
}有 { $count } 处不一致{ $count ->
    [0] 。
   *[other] ：
}
conflict-title = { $type } · { $properties }（{ $kind }）
conflict-opposed = 互相抵触
conflict-threshold = 数量不同
conflict-demand = 内容不同
conflict-strength = 强度不同
conflict-override = 一项取代另一项
conflict-applicability = 适用范围不同
conflict-standards = 《{ $one }》与《{ $other }》：{ $count } 处
conflict-party = { $id }（{ $clause }，{ $strength }）
conflict-sides = { $one }与 { $other }。
conflict-at-least = { $id } 要求至少 { $amount }
conflict-at-most = { $id } 要求至多 { $amount }
conflict-amounts = { $stretch ->
    [none] {""}
   *[other] { $stretch }：
}{ $one }，{ $other }{ $given ->
    [none] {""}
   *[other] （例如{ $given }）
}。
conflict-works = 《{ $name }》只约束 { $day } 起许可（没有许可的，竣工）的工程；更早的工程只看《{ $other }》。
conflict-alone = 只有 { $id } 涉及的，例如：{ $sample }。
because-stricter = 以 { $id } 为准：从严执行。
because-stricter_local = 以 { $id } 为准：地方可以比国家要求得更严，从严执行。
because-binds_more = 要求相同，以 { $id } 为准：它的约束力更强，{ $other } 不能使它放宽。
because-advice_beside_duty = { $id } 更严，但约束力较弱：{ $other } 是必须做到的，不因此放宽；{ $id } 高出的部分另列。
because-overrides = { $id } 更具体，适用时取代 { $other }。
conflict-shows = 例如{ $sample }的，合 { $other }，不合 { $id }。
because-both_hold = 两项都要做到；只有一项涉及的，看那一项。
because-irreconcilable = 做到一项就做不到另一项，须由制定机关解决。

diff-editions = 从《{ $before }》到《{ $after }》：
diff-before = 前者
diff-after = 后者
change-added = 新增
change-removed = 取消
change-tightened = 收紧
change-relaxed = 放宽
change-mixed = 有紧有宽
change-not_comparable = 有改动，无从比较
change-reworded = 措辞改动
change-same = 相同
diff-at-least = { $stretch ->
    [none] {""}
   *[other] { $stretch }：
}{ $name }至少 { $before } → { $after }{ $given ->
    [none] {""}
   *[other] （例如{ $given }）
}
diff-at-most = { $stretch ->
    [none] {""}
   *[other] { $stretch }：
}{ $name }至多 { $before } → { $after }{ $given ->
    [none] {""}
   *[other] （例如{ $given }）
}
diff-demand = { $name }：{ $sample }的，另一项算合格，{ $edition }不算
diff-reach = 只有{ $edition }涉及的{ $type }，例如：{ $sample }
diff-type = 只有{ $edition }涉及{ $type }
diff-check = 只有{ $edition }有检查项 { $check }
diff-strength = { $edition }约束力更强
diff-unknown = 判定式有改动，紧了还是宽了无从比较
diff-words = 改了：{ $what }
wording-title = 标题
wording-clause = 条号
wording-remedy = 整改办法
wording-departments = 责任部门
wording-deadline = 期限
wording-obligation = 强度的写法
wording-verified = 是否与原文核对
diff-measure = { $type } · { $property }：{ $sides }
diff-verdicts = { $turned } 处结论改变，{ $same } 处不变
diff-failed = 不合格 { $before } → { $after } 处，至少缺 { $less } → { $more }
diff-judged = { $outcome }（{ $measured }，应有 { $required }）
diff-nothing = 无要求
diff-more = 另有 { $count } 处，用 --format json 可全部列出
diff-unturned = 另有 { $count } 项，结论都不变
diff-alone = 只有一方提出的要求：
diff-appear = { $id }：{ $count } 处缺口随之出现
diff-vanish = { $id }：{ $count } 处缺口随之消失

help-standard-conformance-about = 写出符合性测试集：其他程序也能运行的案例（JSON），每项要求一个文件
help-standard-conformance-folder = 写入的文件夹
help-standard-conformance-ids = 标准编号或要求编号；不写则全部
conformance-written = 已在 { $folder } 写出 { $count } 个文件
docs-clauses = 逐条对照
docs-clauses-lead = 文件从头到尾的每一条：由哪项要求核查，或者为什么不核查。
docs-status = 核查与否
docs-clause-text = 内容或理由
help-review-about = 并排查看可能是同一处的设施和互相矛盾的记录，并作出决定
help-review-list-about = 并排列出存疑的设施对和互相矛盾的记录，以及判断的依据
help-review-list-all = 已有决定的也列出
help-review-accept-about = 认定为同一处设施（合并）；可用 reject 撤销
help-review-reject-about = 认定为两处设施（分开）；可用 accept 撤销
help-review-reopen-about = 撤回决定，重新存疑
review-none = 没有待决定的事项
review-said-same = 已认定 { $pairs } 对为同一处设施
review-said-different = 已认定 { $pairs } 对为两处设施
review-said-ask = 已把 { $pairs } 对重新列为存疑
review-verdict-same = 同一处
review-verdict-different = 两处
review-verdict-ask = 待定
review-by-person = 由 { $name } 决定，理由：{ $reason }
review-metres = 相距 { $metres } 米
review-values = 数值相同 { $agreeing } 项，不同 { $differing } 项
review-names-apart = 名称中的编号或方位不同
review-names-different = 名称不同
review-names-missing = 名称缺失或过于常见
review-names-alike = 名称相近
review-names-part = 一名是另一名的简称
review-names-equal = 名称相同
review-doubt-two_ids = 两处各有编号
review-doubt-one_id = 编号相同，但名称和位置都不符
review-doubt-several = 另有同样相符的
review-doubt-renamed = 位置相同而名称不同
review-doubt-moved = 位置相距较远
review-doubt-elsewhere = 所属的设施或区域不同
failure-no-pair = 没有编号为 { $number } 的设施对；barrierfree review list --all 可列出全部
import-linked = 无编号而认出的已知设施 { $linked } 处；待人确认的 { $asked } 处（barrierfree review list）
diagnostic-perhaps-known = 可能就是已知的设施 { $known }；在作出决定之前按两处计
remedy-perhaps-known = 用 barrierfree review list 并排查看，再用 review accept 或 reject 决定
report-kind-perhaps-known = 可能是已知设施
help-review-accept-ids = 设施对的编号
help-review-accept-by = 由谁决定
help-review-accept-reason = 理由
help-review-reject-ids = 设施对的编号
help-review-reject-by = 由谁决定
help-review-reject-reason = 理由
help-review-reopen-ids = 设施对的编号，或 review list 所列的值
help-review-reopen-by = 由谁决定
help-review-reopen-reason = 理由

help-photos-about = 导入现场照片，查看照片与设施的对应关系
help-photos-import-about = 导入一个文件夹或 zip 中的照片（JPEG、PNG、WebP）；导入过的照片不会重复
help-photos-import-from = 照片所在的文件夹或 zip
help-photos-import-survey = 照片属于第几次普查；默认最近一次
help-photos-import-diagnostics = 把照片问题清单写入这个 CSV 文件
help-photos-list-about = 列出照片、所拍的设施，以及有待查看之处
help-photos-list-missing = 只列出普查中写了名称而没有找到的照片
photos-imported = 第 { $survey } 次普查：新增照片 { $added } 张，已有 { $known } 张，未能导入的文件 { $left } 个，有待查看的 { $diagnostics } 处
photos-left =   { $file }：{ $why }
photos-left-unnamed = （涉及个人，不显示文件名）
photos-look = 查看：barrierfree photos list
photos-none = 还没有照片
photos-no-missing = 普查中写了名称的照片都已找到
photos-to-look-at = 有待查看
photos-heading = 第 { $survey } 次普查  { $name }  { $width }×{ $height }
photos-shows-nothing = 没有对应的设施
photos-no-archive = { $file } 既不是文件夹，也不是完整的 zip；请解压后导入文件夹，或重新打包
photos-too-many = { $file } 中的文件过多；请分成几个 zip
photos-bad-archive = { $file } 已损坏或内容互相重叠；请重新打包，或解压后导入文件夹
photos-no-survey = 设施库中还没有普查可以附上照片；请先用 barrierfree import 导入普查文件
status-photos = 照片 { $photos } 张（barrierfree photos list）
photo-fault-empty = 文件是空的；请重新复制
photo-fault-no-picture = 不是图片；如果是照片，请重新从相机或手机复制
photo-fault-heic = 是 HEIC 格式（扩展名改过也一样）；请在手机上选择“兼容性最佳”（JPEG），或另存为 JPEG 后再导入
photo-fault-foreign = 是 { $detail } 文件，不是 JPEG、PNG 或 WebP；请另存为 JPEG 后再导入
photo-fault-cut = 文件不完整，后面的部分缺失；请重新复制
photo-fault-spoilt = 照片已损坏，无法显示（{ $detail }）；请重新复制，或用看图软件另存为 JPEG
photo-fault-too-many-bytes = 超过 40 MB；请缩小后再导入
photo-fault-too-many-pixels = 尺寸过大（超过 1.2 亿像素，或一边超过 30000 像素）；请缩小后再导入
photo-fault-unsafe-name = zip 中的文件名指向文件夹之外，未予解开；请重新打包
photo-fault-locked = 设有密码；请解压后导入文件夹
photo-fault-bomb = zip 解开后远大于其本身，未再解开；请解压后导入文件夹
diagnostic-photo-missing = 没有找到照片“{ $value }”
remedy-photo-missing = 请用 barrierfree photos import 补上，或改正表中的照片名
report-kind-photo-missing = 照片缺失
diagnostic-photo-ambiguous = 有几张不同的照片都叫“{ $value }”
remedy-photo-ambiguous = 请在表中写明文件夹（如 东区/{ $value }），或给照片改名
report-kind-photo-ambiguous = 照片重名
diagnostic-photo-far = 照片“{ $value }”的拍摄位置（{ $taken }）距设施 { $facility }（{ $there }）{ $metres } 米{ $shifted ->
    [yes] ；按 GCJ-02 换算后要近得多，可能是手机写入了 GCJ-02 坐标
   *[no] {""}
}
remedy-photo-far = 请核对照片是否拍的是这处设施，以及设施的坐标
report-kind-photo-far = 照片拍摄位置过远
diagnostic-photo-unnamed = 这张照片没有对应的设施：表中没有写它，文件名也不以设施编号开头
remedy-photo-unnamed = 请在表中的照片一栏写上它，或把文件改名为 设施编号_说明.jpg 后重新导入
report-kind-photo-unnamed = 照片没有对应的设施
help-review-list-as-of = 查看哪一天的状态中互相矛盾的记录；默认今天
help-review-link-about = 认定两处设施为同一处，即使没有列为存疑；以前一个编号为准，可用 reject 撤销
help-review-link-facility-type = 设施类型，如 parking
help-review-link-kept = 保留的编号，写法与 review list 所列相同
help-review-link-other = 另一个编号
help-review-link-by = 由谁决定
help-review-link-reason = 理由
help-review-split-about = 一个编号其实是两处设施：在所写的文件里另作一处；可用 accept 撤销
help-review-split-facility-type = 设施类型，如 parking
help-review-split-id = 编号
help-review-split-files = 文件，写作“普查.文件”，如 2.1 是第 2 次普查的第 1 个文件；写几个则在其中是同一处
help-review-split-by = 由谁决定
help-review-split-reason = 理由
help-review-choose-about = 同一天的记录互相矛盾时，认定以哪一行的值为准；可用 reopen 撤销
help-review-choose-cells = review list 所列的值，如 2.1/7/total_spaces
help-review-choose-by = 由谁决定
help-review-choose-reason = 理由
review-verdict-chosen = 已选定
review-aside = 不计
review-linked = 已认定 { $other } 与 { $kept } 为同一处设施
review-split = 已认定 { $own } 与 { $id } 为两处设施
review-chosen = 已裁定 { $conflicts } 项矛盾
review-reopened = 已把 { $conflicts } 项矛盾重新列为待定
status-undecided = 待决定：可能是同一处的设施 { $pairs } 对，互相矛盾的记录 { $conflicts } 项（barrierfree review list）
failure-no-conflict = { $cell } 不是互相矛盾的记录中的值；barrierfree review list --all 可列出全部
failure-no-facility = 设施库里没有编号为 { $id } 的 { $type }，或它属于个人信息
failure-one-facility = { $one } 与 { $other } 已是同一处设施
failure-no-file = { $file } 不是“普查.文件”，如 2.1；barrierfree survey list 可列出全部
failure-not-in-file = 文件 { $file } 里没有编号 { $id }，或在其中它已另作一处；barrierfree survey list 可列出全部
failure-all-files = 提到 { $id } 的文件都写上了，剩不下另一处；请只写其中一部分
help-survey-diff-about = 对比两次普查或两天：新增的、未再见到的、有变化的，新旧数值并列
help-survey-diff-surveys = 前后两次普查的编号
help-survey-diff-from = 不比两次普查，而比两天的状态：前一天
help-survey-diff-to = 后一天
help-survey-diff-drafts = 尚未采信的普查也算在内（比两天时）
help-survey-diff-format = 输出格式：table（终端，默认）、json、csv
failure-two-sides = 请写两次普查的编号，如 survey diff 1 2；或写两天，如 --from 2025-05-01 --to 2026-05-01
failure-days = 前一天 { $from } 晚于后一天 { $to }；请对调
comparison-title = { $before } → { $after }
comparison-survey = 第 { $survey } 次普查
comparison-nowhere = 未写辖区
comparison-few = 人数过少
comparison-unknown = 不详
comparison-not-applicable = 不适用
comparison-nothing = 无记录
comparison-place = 位置
comparison-row = { $file }:{ $row }
comparison-new = 新增 { $facilities } 处
comparison-unseen = 未再见到 { $facilities } 处（没有见到不等于已经没有）
comparison-changed = 有变化 { $facilities } 处
comparison-change = { $name }：{ $old } → { $new }（{ $from } → { $to }）
comparison-column-type = 类型
comparison-column-jurisdiction = 辖区
comparison-column-new = 新增
comparison-column-unseen = 未再见到
comparison-column-changed = 有变化
comparison-column-same = 无变化
report-column-change = 变化
report-column-property = 属性
report-column-before = 原值
report-column-after = 新值
report-column-row-before = 原出处
report-column-row-after = 新出处
report-column-seen-before = 原观察日期
report-column-seen-after = 新观察日期

report-evidence = { $columns }（{ $status }）
report-status-measured = 实测
report-status-declared = 申报
report-status-estimated = 估计
report-status-unknown = 不详
report-status-not_applicable = 不适用
diagnostic-not-visited = { $rows } 处已知设施的行没有填写，按没有去过处理，不计入普查
remedy-not-visited = 去过的设施请至少填写调查日期；没有去过的保持空白
report-kind-not-visited = 未填写的已知设施
help-template-about = 生成下一轮普查用的空白工作簿：每种设施一张表，已知设施已填好
help-template-types = 设施类型的编号或名称；可写多个
help-template-place = 只列出这个行政区（含下级）的已知设施
help-template-output = 写入这个 XLSX 文件；默认为当前文件夹中的 普查表.xlsx
template-file = 普查表.xlsx
template-made = { $file }：{ $types } 张表，已填好 { $facilities } 处已知设施
template-there = { $file } 已存在，其中可能已有填写的内容；请另写文件名，或先移走它
template-page = 填写说明
template-lists = 选项
template-title = 无障碍设施普查表
template-earlier = 上次记录
template-system = 坐标系
template-yes = 是
template-no = 否
template-unknown = 不详
template-not-applicable = 不适用
template-between = ；
template-seen = { $day }{ $values ->
    [blank] {""}
   *[other] ：{ $values }
}
template-line-sheets = 每种设施一张表，一处设施一行。表头请不要改动；可以调整列宽，可以排序。
template-line-known = 已知设施的编号、名称、区划、地址和坐标已填好，有误请直接改正（编号除外）。灰色的“上次记录”供对照，不必填写。
template-line-visited = 去过的设施请填写调查日期和看到的情况。没有去过的设施，“上次记录”右边整行留空，不计入本次普查。
template-line-new = 新发现的设施写在最后一行之下，编号和“上次记录”留空。
template-line-open = 空着表示没有调查。查过而不知道的写“不详”，不涉及的写“不适用”；不要用 0 代替。
template-line-numbers = 数字按表头括号内的单位填写，也可以带单位（900mm）。可写范围 14-17、约数 约20、下限 >=3；提示不符时仍可选择保留。
template-line-ratios = 坡度、比例可写 1:12、8% 或 0.08。日期写作 2026-05-01。数据是量的、报的还是估的，写在“数据状态”一栏。
template-line-places = 坐标用度表示；从高德、腾讯等地图取的点，在“坐标系”一栏选 GCJ-02，从百度地图取的选 BD-09，卫星定位仪和手机定位选 WGS 84。
template-line-photos = “照片”一栏写照片的文件名，几张之间用“、”隔开；照片另存文件夹一并交回。填好后保存为 XLSX。
template-sheet = { $sheet }（已知 { $known } 处）
template-field-column = 列
template-field-unit = 单位
template-field-content = 填写内容
template-content-flag = 是 / 否 / 不详 / 不适用
template-content-date = 日期，如 2026-05-01
template-content-text = 文字
template-content-count = 整数
template-content-ratio = 1:12、8% 或 0.08
template-content-number = 数字
template-check-list = 不在选项之内。请从列表中选择；确实要写别的，也可以保留。
template-check-date = 请写日期，如 2026-05-01。
template-check-count = 请写整数，不小于 0。范围（14-17）、约数（约20）、不详、不适用也可以保留。
template-check-number = 请写合理范围内的数字。带单位的数、范围、不详、不适用也可以保留。
