#include "models/plan/yamlinput.h"

#include "models/base/textcontext.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

constexpr TextContext translated("FileActions");
constexpr int deepestIndent = 10; // blanks for a level, as JSON.stringify() takes
constexpr int widest = 1'000'000; // of a line

/// Puts what entries of a map say in the place of usual values.
class Reader
{
public:
    explicit Reader(const TaggedValue &given)
        : m_given(given)
    {
    }

    void read(const QString &key, bool &option) const
    {
        const Value given = scalar(key);
        if (const bool *truth = given.toBool())
            option = *truth;
    }
    void read(const QString &key, QString &option) const
    {
        const Value given = scalar(key);
        if (const QString *text = given.toText())
            option = *text;
    }
    void read(const QString &key, int &option, int least, int most)
    {
        const Value given = scalar(key);
        const Integer *number = given.toInteger();
        if (!number)
            return;
        const qint64 wanted = number->toInt64().value_or(std::numeric_limits<qint64>::max());
        if (wanted < least || wanted > most)
            m_wrong = translated("“%1” has to be a number from %2 to %3.")
                          .arg(key)
                          .arg(least)
                          .arg(most);
        else
            option = static_cast<int>(wanted);
    }
    /// What is wrong with one of them; empty: nothing.
    [[nodiscard]] const QString &wrong() const { return m_wrong; }
    [[nodiscard]] Value scalar(const QString &key) const
    {
        const TaggedValue *found = m_given.find(key);
        return found ? found->scalar() : Value();
    }

private:
    const TaggedValue &m_given;
    QString m_wrong;
};

std::optional<JavaScriptYaml::Style> styleOf(const Value &name)
{
    using Style = JavaScriptYaml::Style;
    const std::pair<QString, Style> styles[] = {{u"PLAIN"_s, Style::Plain},
                                                {u"QUOTE_SINGLE"_s, Style::SingleQuoted},
                                                {u"QUOTE_DOUBLE"_s, Style::DoubleQuoted},
                                                {u"BLOCK_LITERAL"_s, Style::Literal},
                                                {u"BLOCK_FOLDED"_s, Style::Folded}};
    for (const auto &[text, style] : styles) {
        if (name.textOr() == text)
            return style;
    }
    return std::nullopt;
}

JavaScriptYaml::Blocks blocksOf(const Value &given)
{
    using Blocks = JavaScriptYaml::Blocks;
    if (given.toBool())
        return *given.toBool() ? Blocks::Fitting : Blocks::Never;
    if (given.textOr() == u"literal")
        return Blocks::Literal;
    return given.textOr() == u"folded" ? Blocks::Folded : Blocks::Fitting;
}

} // namespace

Result<JavaScriptYaml> yamlOptions(const TaggedValue &given)
{
    JavaScriptYaml options;
    Reader reader(given);
    reader.read(u"directives"_s, options.directives);
    reader.read(u"doubleQuotedAsJSON"_s, options.doubleQuotedAsJson);
    reader.read(u"doubleQuotedMinMultiLineLength"_s, options.doubleQuotedMinMultiLineLength, 0,
                widest);
    reader.read(u"flowCollectionPadding"_s, options.flowCollectionPadding);
    reader.read(u"indent"_s, options.indent, 1, deepestIndent);
    reader.read(u"indentSeq"_s, options.indentSeq);
    reader.read(u"lineWidth"_s, options.lineWidth, -1, widest); // less than 1: none
    reader.read(u"minContentWidth"_s, options.minContentWidth, 0, widest);
    reader.read(u"nullStr"_s, options.nullStr);
    reader.read(u"trueStr"_s, options.trueStr);
    reader.read(u"falseStr"_s, options.falseStr);
    options.blockQuote = blocksOf(reader.scalar(u"blockQuote"_s));
    options.defaultKeyType = styleOf(reader.scalar(u"defaultKeyType"_s));
    options.defaultStringType
        = styleOf(reader.scalar(u"defaultStringType"_s)).value_or(JavaScriptYaml::Style::Plain);
    if (const Value quotes = reader.scalar(u"singleQuote"_s); quotes.toBool())
        options.singleQuote
            = *quotes.toBool() ? JavaScriptYaml::Quotes::Single : JavaScriptYaml::Quotes::Double;
    const QString collections = reader.scalar(u"collectionStyle"_s).textOr();
    if (collections == u"block")
        options.collectionStyle = JavaScriptYaml::Collections::Block;
    else if (collections == u"flow")
        options.collectionStyle = JavaScriptYaml::Collections::Flow;
    if (!reader.wrong().isEmpty())
        return failure({.code = u"template.step"_s,
                        .message = reader.wrong(),
                        .hint = translated("Leave the option out for what is usual.")});
    return options;
}

} // namespace waymark
