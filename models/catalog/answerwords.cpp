#include "models/catalog/answerwords.h"

#include "models/base/closest.h"
#include "models/base/textcontext.h"
#include "models/catalog/jsonvalues.h"
#include "models/catalog/violationwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Answers");

struct KeywordName
{
    Keyword keyword;
    QStringView key; ///< In `errorMessage`; for maps and lists as they are named there.
    QStringView code;
};

constexpr KeywordName keywordNames[] = {
    {Keyword::Never, u"", u"not-allowed"},
    {Keyword::Type, u"type", u"type"},
    {Keyword::Constant, u"const", u"choice"},
    {Keyword::Choices, u"enum", u"choice"},
    {Keyword::MinimumLength, u"minLength", u"length"},
    {Keyword::MaximumLength, u"maxLength", u"length"},
    {Keyword::Pattern, u"pattern", u"pattern"},
    {Keyword::Format, u"format", u"format"},
    {Keyword::Minimum, u"minimum", u"range"},
    {Keyword::Maximum, u"maximum", u"range"},
    {Keyword::ExclusiveMinimum, u"exclusiveMinimum", u"range"},
    {Keyword::ExclusiveMaximum, u"exclusiveMaximum", u"range"},
    {Keyword::MultipleOf, u"multipleOf", u"range"},
    {Keyword::MinimumItems, u"minItems", u"items"},
    {Keyword::MaximumItems, u"maxItems", u"items"},
    {Keyword::UniqueItems, u"uniqueItems", u"items"},
    {Keyword::Contains, u"contains", u"items"},
    {Keyword::Not, u"not", u"not-allowed"},
};

const KeywordName &nameOf(Keyword keyword)
{
    return *std::ranges::find(keywordNames, keyword, &KeywordName::keyword);
}

/// The template's own words for `keyword`; empty: it has none.
QString ownWords(const Schema &schema, QStringView keyword)
{
    if (const Map *map = schema.errorMessages.toMap())
        return map->value(keyword).textOr();
    return schema.errorMessages.textOr();
}

/// How a text is written that YAML or JSON took for something else: 99.9, yes, 1.
QString quotesHint(const AnswerSubject &subject, const Schema &schema, const Value &answer)
{
    const bool isScalar = answer.toBool() || answer.toInteger() || answer.toFloat();
    if (schema.types != Schema::TextType || !isScalar)
        return {};
    if (subject.isSecret)
        return translated("Write it in quotes.");
    const QStringList choices = choiceTexts(schema);
    const QString text = plainText(answer);
    if (choices.isEmpty() || choices.contains(text))
        return translated("Write it in quotes: \"%1\".").arg(text);
    return translated("It is one of %1; write it in quotes.").arg(alternatives(choices));
}

AnswerProblem problem(const AnswerSubject &subject, QStringView code, const QString &message,
                      const QString &hint = {})
{
    return {subject.path,
            {.code = u"answer."_s + code.toString(),
             .message = message.trimmed(),
             .hint = hint.trimmed()}};
}

} // namespace

AnswerProblem violationProblem(const AnswerSubject &subject, const Schema &schema, Keyword keyword,
                               const Value &answer)
{
    const KeywordName &name = nameOf(keyword);
    const QString own = ownWords(schema, name.key);
    const QString message
        = own.isEmpty() ? violationInWords(schema, keyword, subject.title, answer) : own;
    QString hint;
    if (keyword == Keyword::Choices && !subject.isSecret)
        hint = didYouMean(answer.textOr(), choiceTexts(schema));
    else if (keyword == Keyword::Type)
        hint = quotesHint(subject, schema, answer);
    else if (keyword == Keyword::Pattern || keyword == Keyword::Not)
        hint = subject.help;
    return problem(subject, name.code, message, hint);
}

AnswerProblem missingProblem(const AnswerSubject &subject, const SchemaPieces &around)
{
    QString message = wordsAround(around, subject.path.value(subject.path.size() - 1));
    for (const Schema *schema : around) {
        const Map *messages = schema->errorMessages.toMap();
        const Value own = messages ? messages->value(u"required") : Value();
        const Map *byName = own.toMap();
        const QString words = byName
            ? byName->value(subject.path.value(subject.path.size() - 1)).textOr()
            : own.textOr();
        if (!words.isEmpty())
            message = words;
    }
    if (message.isEmpty())
        message = translated("%1 needs an answer.").arg(subject.title);
    return problem(subject, u"missing", message, subject.help);
}

AnswerProblem unknownProblem(const AnswerSubject &subject, const QString &name,
                             const QStringList &known)
{
    return problem({.path = subject.path + QStringList{name}, .title = {}, .help = {}}, u"unknown",
                   translated("%1 has nothing called “%2”.").arg(subject.title, name),
                   didYouMean(name, known));
}

AnswerProblem branchProblem(const AnswerSubject &subject, bool isAmbiguous)
{
    const char *text = isAmbiguous
        ? QT_TRANSLATE_NOOP("Answers", "%1 can be taken in more than one way.")
        : QT_TRANSLATE_NOOP("Answers", "%1 has an answer that the template has no way for.");
    return problem(subject, u"form", translated(text).arg(subject.title), subject.help);
}

QString wordsAround(const SchemaPieces &around, const QString &name)
{
    for (const Schema *schema : around) {
        const Map *messages = schema->errorMessages.toMap();
        const Value properties = messages ? messages->value(u"properties") : Value();
        if (const Map *map = properties.toMap(); map && map->contains(name))
            return map->value(name).textOr();
    }
    return {};
}

} // namespace waymark
