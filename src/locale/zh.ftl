# 中文界面用语。English wording is in en.ftl; both files have the same keys.

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

## 报告：期限的精度

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
report-survey-not_surveyed = 去测：{ $names }。测后即可判定
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
report-deadline-none = 条文未写期限
report-deadline-inferred = 按规划期推定
report-deadline-overdue = 已逾期 { $count } 天
report-sheet = { $file }「{ $sheet }」
report-at = { $file } { $cells }
report-row = 第 { $row } 行
report-cells = 第 { $row } 行「{ $columns }」
report-verified = 已与原文核对
report-unverified = 未与原文核对
report-withheld = 涉及个人且人数太少，不公布

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
report-more-facilities = 另有 { $count } 处设施有缺口，完整清单用 --format html、csv 或 json 输出。
report-whole-diagnostics = 逐条的位置和改法见 --format html、csv 或 json 的输出。
report-sheet-line = { $place }：{ $type }，{ $rows } 行，{ $columns } 列读入 { $used } 列
report-several-types = 多种设施
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
report-column-verified = 核对
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

report-severity-error = 用不了
report-severity-warning = 要留意
report-severity-note = 供参考
report-kind-not-a-number = 不是数
report-kind-not-yes-or-no = 不是“有/无”
report-kind-not-a-category = 不在选项之内
report-kind-not-a-date = 不是日期
report-kind-wrong-unit = 单位不符
report-kind-out-of-bounds = 超出合理范围
report-kind-not-whole = 个数带小数
report-kind-word-in-count = 个数写成了“有/无”
report-kind-guessed-number = 读法待确认
report-kind-damaged-id = 编号被表格软件改坏
report-kind-no-identity = 没有编号、名称或位置
report-kind-derived-id = 编号由名称等生成
report-kind-unknown-type = 未知的设施类型
report-kind-conflict = 同日记录互相矛盾
report-kind-relation-broken = 数值之间对不上
report-kind-bad-position = 坐标有误
report-kind-crs-not-converted = 坐标系未转换
report-kind-no-observation-date = 没有观测日期
report-kind-observed-later = 观测晚于核查日
report-kind-formula-error = 公式没有结果
report-kind-bad-encoding = 编码有误
report-kind-no-rows = 没有数据行
report-kind-no-header = 找不到表头
report-kind-row-too-wide = 一行的格子太多
report-kind-unreadable-row = 读不出的行
report-kind-column-twice = 两列对应同一属性
report-kind-column-missing = 缺少配置里的列
