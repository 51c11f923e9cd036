# 中文界面用语。English wording is in en.ftl; both files have the same keys.

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
remedy-not-an-adcode = 请写 GB/T 2260 的六位数字代码，如 150802
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
diagnostic-derived-id = 没有编号，已用类型、名称和位置生成
remedy-derived-id = 请补上编号；否则名称或位置一改，就会当成另一处设施
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
diagnostic-conflict = 同一天的两行记录对同一设施说法不一
remedy-conflict = 请核对这两行，改正一行或删去一行；在此之前按互相矛盾处理，不作判定
diagnostic-relation-broken = 记录的数互相矛盾
remedy-relation-broken = 请核对这几个数，如无障碍车位不会多于总车位
diagnostic-bad-position = 位置「{ $value }」不在地球上，或只有一半
remedy-bad-position = 请核对经度和纬度是否写反、是否以度为单位；这一行的其他内容已采用
diagnostic-crs-not-converted = 坐标系 { $value } 不能换算，本文件的位置没有采用
remedy-crs-not-converted = 请先用地理信息软件转为 EPSG:4490 或 EPSG:4326 的经纬度
diagnostic-no-observation-date = { $rows } 行没有写调查日期，按核查之日计
remedy-no-observation-date = 请加一列「调查日期」，或在映射文件中写 observed_on
diagnostic-observed-later = 调查日期晚于核查之日，没有采用
remedy-observed-later = 请核对调查日期，或改用更晚的核查日期
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
   *[other] 这一行已损坏，读不出来
}
remedy-unreadable-row = 请检查这一行的引号和分隔符
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
profile-position-pair-or-wkt = `position` 要么写 `longitude` 和 `latitude`，要么写 `wkt`
profile-keep-is-or-is-not = `keep` 要写 `is` 或 `is_not` 中的一个
