#include "models/items/fieldfix.h"

#include "models/base/closest.h"
#include "models/catalog/answertext.h"
#include "models/catalog/jsonvalues.h"
#include "models/catalog/slug.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

bool isRight(Form form, const AnswerPath &path, const Value &answer)
{
    form.setAnswer(path, answer);
    const QList<AnswerProblem> problems = form.problems();
    return std::ranges::none_of(problems, [&](const AnswerProblem &problem) {
        return problem.path.size() >= path.size() && problem.path.first(path.size()) == path;
    });
}

QStringList texts(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QString plain = slug(text);
    QString letters = plain;
    while (!letters.isEmpty() && !letters.at(0).isLetter())
        letters.remove(0, 1);
    const QString host = trimmed.section(u"://"_s, -1).section(u'/', 0, 0);
    return {trimmed,
            trimmed.toLower(),
            u'/' + trimmed,
            u'#' + trimmed,
            trimmed.simplified(),
            host,
            host.toLower(),
            plain,
            letters,
            u'#' + plain,
            u'/' + plain,
            QString(letters).replace(u'-', u'_'),
            QString(letters).remove(u'-')};
}

/// The number at the start of `text`, with a point or a comma: 512 of "512 MiB".
std::optional<double> numberIn(const QString &text)
{
    QString digits;
    for (const QChar c : text.trimmed()) {
        const bool isSign = digits.isEmpty() && (c == u'-' || c == u'+');
        const bool isPart = (c >= u'0' && c <= u'9') || c == u'.' || c == u',' || isSign;
        if (!isPart)
            break;
        digits += c == u',' ? u'.' : c;
    }
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

double toDouble(const std::optional<Value> &limit, double otherwise)
{
    if (!limit)
        return otherwise;
    if (const Integer *integer = limit->toInteger())
        return integer->toDouble();
    return limit->toFloat() ? *limit->toFloat() : otherwise;
}

Value asNumber(double number, bool isWhole)
{
    if (isWhole || number == std::floor(number))
        return Value(Integer::truncated(std::round(number)).value_or(Integer()));
    return Value(number);
}

constexpr double infinite = std::numeric_limits<double>::infinity();

/// The number itself, at the nearest limit, and at the steps around it.
QList<Value> numbers(const Parameter &parameter, const QString &text)
{
    const std::optional<double> given = numberIn(text);
    if (!given)
        return {};
    const bool isWhole = parameter.type == Parameter::Type::Integer;
    const Parameter::Limits &limits = parameter.limits;
    const double step = toDouble(limits.multipleOf, isWhole ? 1 : 0);
    const double least = std::max(toDouble(limits.minimum, -infinite),
                                  toDouble(limits.exclusiveMinimum, -infinite) + (isWhole ? 1 : 0));
    const double most = std::min(toDouble(limits.maximum, infinite),
                                 toDouble(limits.exclusiveMaximum, infinite) - (isWhole ? 1 : 0));
    const double near = std::max(least, std::min(most, *given));
    QList<Value> candidates = {asNumber(*given, isWhole), asNumber(near, isWhole)};
    if (step > 0) {
        const double below = std::floor(near / step) * step;
        const double above = std::ceil(near / step) * step;
        const bool isNearerBelow = near - below <= above - near;
        candidates += asNumber(isNearerBelow ? below : above, isWhole);
        candidates += asNumber(isNearerBelow ? above : below, isWhole);
    }
    return candidates;
}

QList<Value> choices(const Parameter &parameter, const QString &text)
{
    QStringList names;
    for (const ParameterChoice &choice : parameter.choices)
        names += {plainText(choice.value), choice.title};
    const QString meant = closest(text, names);
    if (meant.isEmpty())
        return {};
    return {parameter.choices.at(names.indexOf(meant) / 2).value};
}

QList<Value> otherTexts(const Parameter &parameter, const QString &text)
{
    QStringList all = texts(text);
    if (parameter.limits.maximumLength)
        all += text.trimmed().left(*parameter.limits.maximumLength);
    all.removeDuplicates();
    QList<Value> values;
    for (const QString &each : std::as_const(all)) {
        if (!each.isEmpty() && each != text)
            values += Value(each);
    }
    return values;
}

QList<Value> candidatesFor(const Parameter &parameter, const QString &text)
{
    using enum Parameter::Type;
    switch (parameter.type) {
    case Integer:
    case Number:
        return numbers(parameter, text);
    case Choice:
        return choices(parameter, text);
    case Text:
        return otherTexts(parameter, text);
    default:
        return {};
    }
}

} // namespace

std::optional<FieldFix> fixOf(const Form &form, const AnswerPath &path, const QString &text)
{
    const std::optional<Parameter> parameter = form.parameter(path);
    if (!parameter || parameter->isSecret() || text.trimmed().isEmpty())
        return {};
    for (const Value &candidate : candidatesFor(*parameter, text)) {
        if (isRight(form, path, candidate))
            return FieldFix{answerText(*parameter, candidate), candidate};
    }
    return {};
}

} // namespace waymark
