#include "models/catalog/answerwords.h"

#include "models/base/closest.h"
#include "models/catalog/formats.h"
#include "models/catalog/jsonvalues.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString translated(const char *text, qint64 count = -1)
{
    return QCoreApplication::translate("Answers", text, nullptr,
                                       static_cast<int>(std::min<qint64>(count, INT_MAX)));
}

QString typeInWords(quint8 types)
{
    static constexpr std::pair<quint8, const char *> words[] = {
        {Schema::TextType, QT_TRANSLATE_NOOP("Answers", "text")},
        {Schema::IntegerType, QT_TRANSLATE_NOOP("Answers", "a whole number")},
        {Schema::NumberType, QT_TRANSLATE_NOOP("Answers", "a number")},
        {Schema::BooleanType, QT_TRANSLATE_NOOP("Answers", "yes or no")},
        {Schema::ListType, QT_TRANSLATE_NOOP("Answers", "a list")},
        {Schema::MapType, QT_TRANSLATE_NOOP("Answers", "a map of names and values")},
    };
    QStringList kinds;
    for (const auto &[type, word] : words) {
        if (types & type)
            kinds.append(translated(word));
    }
    return kinds.isEmpty() ? translated("empty") : alternatives(kinds);
}

QStringList choiceTexts(const Schema &schema)
{
    QStringList texts;
    for (const Value &choice : schema.choices.value_or(List()))
        texts.append(plainText(choice));
    return texts;
}

QString sizeInWords(const QString &title, bool isText, bool isMinimum, qint64 size)
{
    if (isText && isMinimum && size == 1)
        return translated("%1 must not be empty.").arg(title);
    const char *text = isMinimum ? isText
            ? QT_TRANSLATE_N_NOOP("Answers", "%1 must have at least %n character(s).")
            : QT_TRANSLATE_N_NOOP("Answers", "%1 needs at least %n item(s).")
        : isText ? QT_TRANSLATE_N_NOOP("Answers", "%1 must have at most %n character(s).")
                 : QT_TRANSLATE_N_NOOP("Answers", "%1 can have at most %n item(s).");
    return translated(text, size).arg(title);
}

/// A message of the form "Port must be at least 1024."
QString limitInWords(const Schema &schema, Keyword keyword, const QString &title)
{
    const Parameter::Limits &limits = schema.limits;
    const auto words = [&](const char *text, const std::optional<Value> &limit) {
        return translated(text).arg(title, plainText(*limit));
    };
    switch (keyword) {
    case Keyword::Minimum:
        return words(QT_TRANSLATE_NOOP("Answers", "%1 must be at least %2."), limits.minimum);
    case Keyword::Maximum:
        return words(QT_TRANSLATE_NOOP("Answers", "%1 must be at most %2."), limits.maximum);
    case Keyword::ExclusiveMinimum:
        return words(QT_TRANSLATE_NOOP("Answers", "%1 must be more than %2."),
                     limits.exclusiveMinimum);
    case Keyword::ExclusiveMaximum:
        return words(QT_TRANSLATE_NOOP("Answers", "%1 must be less than %2."),
                     limits.exclusiveMaximum);
    default:
        return words(QT_TRANSLATE_NOOP("Answers", "%1 must be a multiple of %2."),
                     limits.multipleOf);
    }
}

QString inWords(const Schema &schema, Keyword keyword, const QString &title)
{
    const bool isText = keyword == Keyword::MinimumLength || keyword == Keyword::MaximumLength;
    switch (keyword) {
    case Keyword::Never:
        return translated("%1 cannot be answered together with the other answers.").arg(title);
    case Keyword::Type:
        return translated("%1 must be %2.").arg(title, typeInWords(schema.types));
    case Keyword::Constant:
        return translated("%1 must be %2.").arg(title, plainText(*schema.constant));
    case Keyword::Choices:
        return translated("%1 must be one of %2.").arg(title, alternatives(choiceTexts(schema)));
    case Keyword::MinimumLength:
    case Keyword::MinimumItems:
        return sizeInWords(title, isText, true, *schema.limits.minimumLength);
    case Keyword::MaximumLength:
    case Keyword::MaximumItems:
        return sizeInWords(title, isText, false, *schema.limits.maximumLength);
    case Keyword::Pattern:
        return translated("%1 does not have the form that is asked for: it has to match %2.")
            .arg(title, schema.limits.pattern);
    case Keyword::Format:
        return translated("%1 must be %2.").arg(title, formatInWords(schema.format));
    case Keyword::UniqueItems:
        return translated("%1 must not have the same item twice.").arg(title);
    case Keyword::Contains:
        return translated("%1 lacks an item that it has to have.").arg(title);
    case Keyword::Not:
        return translated("%1 must not have this answer.").arg(title);
    default:
        return limitInWords(schema, keyword, title);
    }
}

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

AnswerProblem problem(const AnswerSubject &subject, QStringView code, const QString &message,
                      const QString &hint = {})
{
    return {subject.path,
            {.code = u"answer."_s + code.toString(),
             .message = message.trimmed(),
             .hint = hint.trimmed()}};
}

} // namespace

QString alternatives(const QStringList &texts)
{
    static constexpr qsizetype most = 12;
    if (texts.size() > most) {
        const QString some = texts.first(most).join(translated(", "));
        return translated("%1 and %n more", texts.size() - most).arg(some);
    }
    if (texts.size() < 2)
        return texts.value(0);
    return translated("%1 or %2")
        .arg(texts.first(texts.size() - 1).join(translated(", ")), texts.last());
}

AnswerProblem violationProblem(const AnswerSubject &subject, const Schema &schema, Keyword keyword,
                               const Value &answer)
{
    const KeywordName &name = nameOf(keyword);
    const QString own = ownWords(schema, name.key);
    const QString message = own.isEmpty() ? inWords(schema, keyword, subject.title) : own;
    QString hint;
    if (keyword == Keyword::Choices && !subject.isSecret)
        hint = didYouMean(answer.textOr(), choiceTexts(schema));
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
