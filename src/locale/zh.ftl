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
