#pragma once

#include <QByteArray>
#include <QString>

namespace waymark {

/// Where a text is written: what is safe as plain text depends on it.
enum class YamlPlace : quint8 { Block, Flow };

/// `text` in one line: plain where it stays text in YAML 1.1 and 1.2, else in quotes. UTF-8.
[[nodiscard]] QByteArray yamlText(const QString &text, YamlPlace place);

/// Whether `text` can be a literal (`|`) and reads better so: it has several lines and no odd
/// characters.
[[nodiscard]] bool isLiteralText(const QString &text);

/// The sign of such a literal, whose lines are indented by `indent` blanks: "|", "|-", "|2+".
[[nodiscard]] QByteArray literalSign(const QString &text, int indent);

} // namespace waymark
