# 中文界面用语。English wording is in en.ftl; both files have the same keys.
