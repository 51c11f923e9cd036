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
mistake-toml = TOML 写法有误：{ $what }
mistake-unknown-field = 没有名为 `{ $name }` 的字段
mistake-missing-field = 缺少字段 `{ $name }`
mistake-wrong-kind = 此处应为 { $wanted }，写的却是 { $found }
mistake-unknown-word = `{ $name }` 不在可用的词里
mistake-did-you-mean = 是否想写 `{ $name }`？
mistake-no-interval = 此处应为一个数，或 [下限, 上限]
mistake-duplicate-id = 要求编号 `{ $name }` 重复
mistake-unknown-requirement = 没有编号为 `{ $name }` 的要求
mistake-unknown-let = 要求 `{ $requirement }` 没有 `let.{ $name }`
mistake-unknown-type = 目录里没有设施类型 `{ $name }`
mistake-unknown-property = 设施类型 `{ $type }` 没有属性 `{ $name }`
mistake-unknown-function = 没有名为 `{ $name }` 的函数或单位
mistake-unknown-category = 属性 `{ $property }` 没有取值 `{ $name }`
mistake-unknown-unit = 目录里没有单位 `{ $name }`
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
help-arguments = 参数
help-options = 选项
help-lang = 界面语言：zh 中文（默认），en 英文
help-standards = 另加一个文件夹里的标准包和设施目录，无需重新编译
help-audit-about = 按标准核查普查文件，给出缺口报告
help-audit-files = 普查文件：CSV 或 XLSX，编码和表头自动识别
help-audit-standard = 依据的标准编号，可写多个；auto 表示按辖区和日期自动选用
help-audit-profile = 对照表（TOML）：各列是什么；一份用于全部文件，或每个文件一份
help-audit-jurisdiction = 表中没有写明辖区的设施所属的行政区划代码（六位）
help-audit-as-of = 核查基准日，如 2026-11-22；默认今天
help-audit-format = 输出格式
help-audit-output = 写入文件；HTML 的缺口多于五万条时写成文件夹
help-audit-findings = 列出哪些结果：gaps 只列缺口，all 全部
help-audit-fail-on = 退出码何时为 1：violation 有违反强制要求或逾期目标，any 有任何缺口，never 从不
help-audit-diagnostics = 把数据问题清单写入这个 CSV 文件，可与普查表并排打开
help-demo-about = 生成虚构的示范市的普查文件
help-demo-folder = 写入的文件夹
help-demo-size = 设施数，100 到 10000000
help-demo-seed = 随机种子：同一种子得到同样的文件
help-standard-about = 查看和检验标准
help-standard-list-about = 列出全部标准及其要求数
help-standard-show-about = 列出一部标准的各项要求和示例
help-standard-show-id = 标准编号
help-standard-check-about = 检查全部标准的写法，一次指出所有错误
help-standard-test-about = 逐一运行标准自带的示例
help-standard-test-ids = 标准编号；不写则全部

audit-written = 已写入 { $file }
demo-made = 已在 { $folder } 生成示范市（虚构）：{ $facilities } 处设施，{ $files } 个普查文件
standard-checked = { $standards } 部标准、{ $requirements } 项要求、{ $types } 种设施类型，写法无误
standard-tested = 示例 { $passed } 个符合，{ $failed } 个不符
standard-given = 给定
standard-mismatch = { $field }：应为 { $expected }，得到 { $got }
standard-unverified = 未与原文核对

failure = 核查未能进行
failure-read = 无法读取 { $file }：{ $cause }
failure-write = 无法写入 { $file }：{ $cause }
failure-catalogue = 设施目录有误：{ $cause }
failure-recipe = 示范市的配方有误：{ $cause }
failure-survey = { $file }：{ $cause }
failure-profile = 对照表 { $file }：{ $cause }
failure-profiles = 给了 { $profiles } 份对照表、{ $files } 个文件：请给一份对照表，或每个文件各一份
failure-unknown-standard = 没有标准 { $name }；现有：{ $known }
failure-nothing-read = { $file } 中没有读到任何设施：{ $cause }。{ $remedy }
failure-no-rows = 文件中没有任何设施
