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
report-caveat-made-up = 虚构
report-caveat-unverified = 未与原文核对
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
report-column-caveats = 提示
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
report-kind-not-yes-or-no = 不是「有/无」
report-kind-not-a-category = 不在选项之内
report-kind-not-a-date = 不是日期
report-kind-wrong-unit = 单位不符
report-kind-out-of-bounds = 超出合理范围
report-kind-not-whole = 个数带小数
report-kind-word-in-count = 个数写成了「有/无」
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
report-html-encoding = 编码 { $encoding }
report-html-header-row = 表头在第 { $row } 行
report-html-became = 读作
report-html-mapped-by = 凭什么
report-html-left-out = 未用
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
report-mapped-profile = 配置
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
report-means-violation = 强制或附条件的要求已经生效而未达到。
report-means-overdue_target = 目标未达到，期限已过。
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
