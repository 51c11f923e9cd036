# English wording. The Chinese is in zh.ftl; both files have the same keys.

## Reading survey files
read-io = The file cannot be read: { $why }. Make sure that it has not been moved and that the disk or network is connected, then try again.
read-empty = The file is empty. Make sure that it is the right file and that it has been saved, then try again.
read-password = The workbook is protected by a password. Open it in Excel or WPS, choose File, Info, Protect Workbook, Encrypt with Password (in WPS: File, Encrypt), clear the password and save it as .xlsx, then try again.
read-old-workbook = This is a workbook in the old binary format (.xls or .et). Open it in Excel or WPS, save it as an Excel workbook (.xlsx), then try again.
read-truncated = The workbook is incomplete: its end is missing, most often because a download or a copy was interrupted. Get the complete file again.
read-damaged = The workbook is damaged in “{ $part }” and cannot be read. Open it in Excel or WPS, let it be repaired and save it as .xlsx; if it does not open, get the file again.
read-oversized = “{ $part }” of the workbook unfolds to an abnormal size and is not read, for safety. Open the workbook in Excel or WPS and save the data as CSV, or copy only the data into a new workbook.
read-unknown-encoding = There is no text encoding called “{ $name }”. Use UTF-8, GB18030, UTF-16LE or Big5, or leave it out to have it recognised.
read-is-pdf = This is a PDF document, not a table. Provide the table it was made from, saved as .xlsx or CSV.
read-is-word = This is a Word document, not a table. Copy the table in it to a spreadsheet and save that as .xlsx.
read-is-slides = This is a slide show, not a table. Provide the original table, saved as .xlsx or CSV.
read-is-xlsb = This is a binary workbook (.xlsb). Open it in Excel or WPS, save it as an Excel workbook (.xlsx), then try again.
read-is-opendocument = This is an OpenDocument file (such as .ods). Open it and save it as .xlsx or CSV, then try again.
read-is-archive = This is an archive, not a table. Unpack it first, then choose the .xlsx or CSV file in it.
read-is-shapefile = This is a shapefile, not a table. Export it from QGIS or the like as CSV with coordinate columns, then try again.
read-is-geopackage = This is a GeoPackage or SQLite database, not a table. Export it from QGIS or the like as CSV with coordinate columns, then try again.
read-is-json = This is JSON or GeoJSON, not a table. Export it from QGIS or the like as CSV with coordinate columns, then try again.
read-is-kml = This is a KML or KMZ map, not a table. Export it from QGIS or the like as CSV with coordinate columns, then try again.
read-is-image = This is a picture, not a table. Enter what it shows into a table and save that as .xlsx or CSV.
read-is-html = This is a web page and no workbook, even if its name ends in .xls; some systems export “Excel” files like this. Open it in Excel or WPS, save it as .xlsx, then try again.
read-is-xml = This is an XML file, not an .xlsx workbook. If it is an XML Spreadsheet 2003, open it in Excel or WPS, save it as .xlsx, then try again.
read-is-binary = This file is not recognised: it is neither text nor a workbook. Save it as .xlsx or CSV in the software that made it, then try again.
