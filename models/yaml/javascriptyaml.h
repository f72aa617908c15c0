#pragma once

#include "models/base/value.h"

#include <QByteArray>

#include <optional>

namespace waymark {

/// How the package `yaml` of JavaScript writes YAML, by the names of its options of `stringify`.
struct JavaScriptYaml
{
    enum class Style : quint8 { Plain, SingleQuoted, DoubleQuoted, Literal, Folded };
    enum class Collections : quint8 { Any, Block, Flow };
    enum class Blocks : quint8 { Never, Fitting, Literal, Folded };
    enum class Quotes : quint8 { Fitting, Single, Double };

    Blocks blockQuote = Blocks::Fitting;
    Collections collectionStyle = Collections::Any;
    std::optional<Style> defaultKeyType = {};
    Style defaultStringType = Style::Plain;
    bool directives = false;
    bool doubleQuotedAsJson = false;
    int doubleQuotedMinMultiLineLength = 40;
    bool flowCollectionPadding = true;
    int indent = 2;
    bool indentSeq = true;
    int lineWidth = 80;
    int minContentWidth = 20;
    Quotes singleQuote = Quotes::Fitting;
    QString nullStr = QStringLiteral("null");
    QString trueStr = QStringLiteral("true");
    QString falseStr = QStringLiteral("false");
};

/// `value` as one document, byte by byte as that package (version 2) writes it, in its core schema:
/// what Backstage's actions make of data. Keys stand in the order that JavaScript gives them.
[[nodiscard]] QByteArray toJavaScriptYaml(const Value &value, const JavaScriptYaml &options = {});

} // namespace waymark
