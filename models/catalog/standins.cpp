#include "models/catalog/standins.h"

#include "models/catalog/answertext.h"
#include "models/catalog/filling.h"
#include "models/catalog/patternsample.h"
#include "models/catalog/slug.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qint64 mostItems = 100; // that a list or map is filled up to

/// Whether `path` is at `top` or inside it.
bool isWithin(const AnswerPath &path, const AnswerPath &top)
{
    return path.size() >= top.size() && path.first(top.size()) == top;
}

bool isRight(const Form &form, const AnswerPath &path)
{
    const QList<AnswerProblem> problems = form.problems();
    return std::ranges::none_of(
        problems, [&](const AnswerProblem &problem) { return isWithin(problem.path, path); });
}

std::optional<double> number(const std::optional<Value> &limit)
{
    if (!limit)
        return {};
    if (const Integer *integer = limit->toInteger())
        return integer->toDouble();
    return limit->toFloat() ? std::optional(*limit->toFloat()) : std::nullopt;
}

Value asNumber(double number)
{
    const bool isWhole = number == std::floor(number);
    const auto integer = isWhole ? Integer::truncated(number) : std::nullopt;
    return integer ? Value(*integer) : Value(number);
}

/// 1, the limits, and the multiples of what is asked for next to them.
QList<Value> numbers(const Parameter &parameter)
{
    const Parameter::Limits &limits = parameter.limits;
    const double step = number(limits.multipleOf).value_or(1);
    QList<double> tried = {1, 0};
    if (const auto least = number(limits.minimum))
        tried.prepend(*least);
    if (const auto above = number(limits.exclusiveMinimum))
        tried.prepend(*above + step);
    if (const auto most = number(limits.maximum))
        tried += *most;
    if (const auto below = number(limits.exclusiveMaximum))
        tried += QList<double>{*below - step, *below / 2};
    QList<Value> values;
    for (const double each : std::as_const(tried)) {
        values.append(asNumber(each));
        if (step > 0)
            values += QList<Value>{asNumber(std::ceil(each / step) * step),
                                   asNumber(std::floor(each / step) * step)};
    }
    return values;
}

struct FormatText
{
    QStringView format;
    QStringView text;
};

constexpr FormatText formatTexts[] = {{u"email", u"someone@example.org"},
                                      {u"uri", u"https://example.org/"},
                                      {u"date", u"2000-01-01"},
                                      {u"time", u"00:00:00Z"},
                                      {u"date-time", u"2000-01-01T00:00:00Z"},
                                      {u"hostname", u"host.example.org"},
                                      {u"ipv4", u"192.0.2.1"},
                                      {u"ipv6", u"2001:db8::1"},
                                      {u"uuid", u"00000000-0000-4000-8000-000000000000"},
                                      {u"regex", u".*"},
                                      {u"data-url", u"data:text/plain;base64,"}};

/// Empty for a format that is not known.
QString textOfFormat(QStringView format)
{
    const auto *known = std::ranges::find(formatTexts, format, &FormatText::format);
    return known == std::end(formatTexts) ? QString() : known->text.toString();
}

/// `text` as long as it has to be, and no longer than it may.
QString fitted(const QString &text, const Parameter::Limits &limits)
{
    const qsizetype least = std::min<qint64>(limits.minimumLength.value_or(0), 1000);
    const QString longer = text.leftJustified(least, u'x');
    return limits.maximumLength ? longer.left(*limits.maximumLength) : longer;
}

QStringList texts(const Parameter &parameter)
{
    const QString plain = slug(parameter.title);
    QStringList all = {parameter.placeholder, textOfFormat(parameter.format)};
    for (const QString &own : {plain, QString(plain).replace(u'-', u'_'),
                               QString(plain).remove(u'-'), slug(parameter.name), parameter.title})
        all += fitted(own, parameter.limits);
    if (!parameter.limits.pattern.isEmpty()) {
        for (int variant = 0; variant < patternVariants; ++variant)
            all += patternSample(parameter.limits.pattern, variant);
        all += fitted(patternSample(parameter.limits.pattern), parameter.limits);
    }
    all.removeAll(QString());
    all.removeDuplicates();
    return all;
}

/// `written` as answers of the type that is asked for.
QList<Value> answersOf(const Parameter &parameter, const QStringList &written)
{
    QList<Value> values;
    for (const QString &text : written) {
        const auto value = readAnswer(parameter, text);
        if (value && !text.isEmpty())
            values.append(*value);
    }
    return values;
}

/// What may stand in for an answer, the best first.
QList<Value> candidates(const Parameter &parameter);

qint64 wantedEntries(const Parameter &parameter)
{
    return std::clamp<qint64>(parameter.limits.minimumLength.value_or(1), 1, mostItems);
}

/// The first ones of a list to choose from, as many as there have to be.
Value chosen(const Parameter &parameter)
{
    const qsizetype wanted
        = std::min<qsizetype>(wantedEntries(parameter), parameter.choices.size());
    List list;
    for (const ParameterChoice &choice : parameter.choices.first(wanted))
        list.append(choice.value);
    return Value(list);
}

/// As many items as there have to be, all like `value`, and numbered where none may be there twice.
Value repeated(const Value &value, const Parameter &parameter)
{
    const QString *text = parameter.limits.uniqueItems ? value.toText() : nullptr;
    List list;
    for (qint64 i = 0; i < wantedEntries(parameter); ++i)
        list.append(i > 0 && text ? Value(*text + u'-' + QString::number(i + 1)) : value);
    return Value(list);
}

QList<Value> lists(const Parameter &parameter)
{
    QList<Value> all;
    if (!parameter.choices.isEmpty()) {
        all.append(chosen(parameter));
        return all;
    }
    Parameter item = parameter.items.value(0);
    if (item.title.isEmpty())
        item.title = parameter.title;
    List different;
    for (const Value &value : candidates(item)) {
        all.append(repeated(value, parameter));
        if (different.size() < wantedEntries(parameter) && !different.contains(value))
            different.append(value);
    }
    all.append(Value(different));
    return all;
}

QList<Value> maps(const Parameter &parameter)
{
    QList<Value> all;
    for (const Value &value : {Value(u"value"_s), Value(1), Value(true), Value(Map())}) {
        Map map;
        for (qint64 i = 0; i < wantedEntries(parameter); ++i)
            map.insert(i == 0 ? u"name"_s : u"name"_s + QString::number(i + 1), value);
        all.append(Value(map));
    }
    return all;
}

QList<Value> candidates(const Parameter &parameter)
{
    using enum Parameter::Type;
    const Value examples = parameter.options.value(u"examples");
    QList<Value> values = examples.toList() ? *examples.toList() : List();
    for (const ParameterChoice &choice : parameter.choices) {
        if (parameter.type != Sequence && parameter.type != MultipleChoice)
            values.append(choice.value);
    }
    switch (parameter.type) {
    case Integer:
    case Number:
        return values + answersOf(parameter, {parameter.placeholder}) + numbers(parameter);
    case Boolean:
        return values + QList<Value>{Value(false), Value(true)};
    case Text:
        return answersOf(parameter, {parameter.placeholder}) + values
            + answersOf(parameter, texts(parameter));
    case File:
        return values + QList<Value>{Value(textOfFormat(u"data-url"))};
    case Sequence:
    case MultipleChoice:
        return values + lists(parameter);
    case Mapping:
        return values + maps(parameter);
    case Group:
        return values + QList<Value>{Value(Map())};
    case Choice:
        return values;
    case Anything:
        return values
            + QList<Value>{Value(slug(parameter.title)), Value(1), Value(false), Value(List()),
                           Value(Map())};
    }
    Q_UNREACHABLE_RETURN(values);
}

/// Whether a list or map that nobody touched has fewer entries than it has to.
bool isShort(const Form &form, const AnswerPath &path)
{
    const auto parameter = form.parameter(path);
    if (!parameter || form.isGiven(path))
        return false;
    const Value answers = form.answers();
    const Value *value = valueAt(answers, path);
    const qint64 least = parameter->limits.minimumLength.value_or(0);
    if (value && value->toList())
        return value->toList()->size() < least;
    return value && value->toMap() && value->toMap()->size() < least;
}

/// Questions that need an answer and have none, from outside in.
QList<AnswerPath> openQuestions(const Form &form)
{
    QList<AnswerPath> open;
    for (const AnswerProblem &problem : form.problems()) {
        if (problem.problem.code == u"answer.missing" || isShort(form, problem.path))
            open += problem.path;
    }
    return open;
}

/// Whether there was something to put at `path`; what is right there, where anything is.
bool fillIn(Form &form, const AnswerPath &path)
{
    const std::optional<Parameter> parameter = form.parameter(path);
    const QList<Value> all = parameter ? candidates(*parameter) : QList<Value>();
    for (const Value &candidate : all) {
        form.setAnswer(path, candidate);
        if (isRight(form, path))
            return true;
    }
    if (!all.isEmpty())
        form.setAnswer(path, all.first()); // what is wrong can be shown, too
    return !all.isEmpty();
}

} // namespace

std::optional<StandIns> withStandIns(const Form &form)
{
    QList<AnswerPath> open = openQuestions(form);
    if (open.isEmpty())
        return {};
    StandIns made{.form = form};
    QSet<AnswerPath> tried;
    QSet<QString> names;
    for (int round = 0; round < maximumRounds && !open.isEmpty(); ++round) {
        for (const AnswerPath &path : std::as_const(open)) {
            tried.insert(path);
            if (fillIn(made.form, path))
                names.insert(path.first());
        }
        open = openQuestions(made.form); // an answer may ask for more
        open.removeIf([&](const AnswerPath &path) { return tried.contains(path); });
    }
    for (const Parameter &parameter : made.form.parameters()) {
        if (names.remove(parameter.name))
            made.names += parameter.name;
    }
    QStringList others = names.values(); // of a page that wrong answers hide
    others.sort();
    made.names += others;
    return made.names.isEmpty() ? std::nullopt : std::optional(std::move(made));
}

} // namespace waymark
