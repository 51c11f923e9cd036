# English wording. The Chinese is in zh.ftl; both files have the same keys.
