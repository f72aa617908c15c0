#include "models/catalog/violationwords.h"

#include "models/base/textcontext.h"
#include "models/catalog/formats.h"
#include "models/catalog/jsonvalues.h"

namespace waymark {
namespace {

constexpr TextContext translated("Answers");

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

QString sizeInWords(const QString &title, bool isText, bool isMinimum, qint64 size)
{
    if (isText && isMinimum && size == 1)
        return translated("%1 must not be empty.").arg(title);
    static constexpr const char *words[2][2][2]
        = {{{QT_TRANSLATE_NOOP("Answers", "%1 can have at most %n items."),
             QT_TRANSLATE_NOOP("Answers", "%1 can have at most one item.")},
            {QT_TRANSLATE_NOOP("Answers", "%1 needs at least %n items."),
             QT_TRANSLATE_NOOP("Answers", "%1 needs at least one item.")}},
           {{QT_TRANSLATE_NOOP("Answers", "%1 must have at most %n characters."),
             QT_TRANSLATE_NOOP("Answers", "%1 must have at most one character.")},
            {QT_TRANSLATE_NOOP("Answers", "%1 must have at least %n characters."),
             QT_TRANSLATE_NOOP("Answers", "%1 must have at least one character.")}}};
    return translated(words[isText ? 1 : 0][isMinimum ? 1 : 0][size == 1 ? 1 : 0], size).arg(title);
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

QStringList choiceTexts(const Schema &schema)
{
    QStringList texts;
    for (const Value &choice : schema.choices.value_or(List()))
        texts.append(plainText(choice));
    return texts;
}

QString violationInWords(const Schema &schema, Keyword keyword, const QString &title,
                         const Value &answer)
{
    const bool isText = keyword == Keyword::MinimumLength || keyword == Keyword::MaximumLength;
    switch (keyword) {
    case Keyword::Never:
        return translated("%1 cannot be answered together with the other answers.").arg(title);
    case Keyword::Type:
        return translated("%1 must be %2.").arg(title, typeInWords(schema.types));
    case Keyword::Constant:
        return translated("%1 must be %2.")
            .arg(title, plainText(schema.constant.value_or(Value())));
    case Keyword::Choices:
        return translated("%1 must be one of %2.").arg(title, alternatives(choiceTexts(schema)));
    case Keyword::MinimumLength:
    case Keyword::MinimumItems:
        return sizeInWords(title, isText, true, schema.sizesFor(answer).least.value_or(0));
    case Keyword::MaximumLength:
    case Keyword::MaximumItems:
        return sizeInWords(title, isText, false, schema.sizesFor(answer).most.value_or(0));
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

} // namespace waymark
