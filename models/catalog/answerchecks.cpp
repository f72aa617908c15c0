#include "models/catalog/answerchecks.h"

#include "models/catalog/acceptance.h"
#include "models/catalog/questions.h"
#include "models/catalog/violations.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype mostItemProblems = 100; // of one list: nobody reads more

QList<AnswerProblem> checkValue(const AnswerSubject &subject, const SchemaPieces &pieces,
                                const Value &answer);

/// Nothing is no answer, nor is empty text that no form can give.
bool isMissing(const AskedProperty &question, const Value *answer)
{
    if (!answer)
        return question.isRequired;
    const QString *text = answer->toText();
    if (!question.isRequired || !text || !text->isEmpty())
        return false;
    return std::ranges::none_of(question.pieces, [&](const Schema *piece) {
        return piece->shown.options.contains(u"emptyValue")
            || (piece->choices && piece->choices->contains(*answer));
    });
}

AnswerSubject itemSubject(const AnswerSubject &list, qsizetype index)
{
    AnswerSubject item = list;
    item.isItem = true;
    item.path.append(QString::number(index));
    item.title = QCoreApplication::translate("Answers", "%1, item %2")
                     .arg(list.title, QString::number(index + 1));
    return item;
}

bool isFine(const SchemaPieces &pieces, const Value &answer)
{
    return std::ranges::all_of(
        pieces, [&](const Schema *piece) { return piece->isPlain() && !violated(*piece, answer); });
}

QList<AnswerProblem> checkItems(const AnswerSubject &subject, const SchemaPieces &parts,
                                const List &list)
{
    const ItemSchemas schemas(parts);
    QList<AnswerProblem> problems;
    for (qsizetype i = 0; i < list.size() && problems.size() < mostItemProblems; ++i) {
        const SchemaPieces &pieces = schemas.at(i);
        if (!isFine(pieces, list.at(i)))
            problems.append(checkValue(itemSubject(subject, i), pieces, list.at(i)));
    }
    return problems;
}

/// The schemas of an entry that no question is there for; none: nothing is meant for it.
SchemaPieces otherPieces(const SchemaPieces &parts, const QString &name)
{
    SchemaPieces pieces;
    for (const Schema *part : parts) {
        for (const Schema::PatternProperty &each : part->patternProperties) {
            const auto match = each.pattern.match(name);
            if (match && *match)
                pieces.append(each.schema.get());
        }
        if (pieces.isEmpty() && part->additional && !part->additional->isNever)
            pieces.append(part->additional.get());
    }
    return pieces;
}

QList<AnswerProblem> checkOther(const AnswerSubject &subject, const Resolved &resolved,
                                const Map::Entry &entry)
{
    for (const Schema *part : resolved.parts) {
        if (part->names && !accepts(*part->names, entry.key))
            return {unknownProblem(subject, entry.key, {})};
    }
    const SchemaPieces pieces = otherPieces(resolved.parts, entry.key);
    const bool isClosed = std::ranges::any_of(resolved.parts, [](const Schema *part) {
        return part->additional && part->additional->isNever;
    });
    if (pieces.isEmpty() && (isClosed || !resolved.properties.isEmpty())) {
        QStringList known;
        for (const AskedProperty &property : resolved.properties)
            known.append(property.name);
        return {unknownProblem(subject, entry.key, known)};
    }
    AnswerSubject inner = subject;
    inner.isItem = false;
    inner.path.append(entry.key);
    inner.title = entry.key;
    return checkValue(inner, pieces, entry.value);
}

QList<AnswerProblem> checkEntries(const AnswerSubject &subject, const Resolved &resolved,
                                  const Map &map)
{
    QList<AnswerProblem> problems;
    QSet<QString> asked;
    for (const AskedProperty &property : resolved.properties) {
        asked.insert(property.name);
        const Value *answer = map.find(property.name);
        AnswerSubject inner
            = subjectOf(describe(property, subject.path + QStringList{property.name}, answer));
        inner.isSecret = inner.isSecret || subject.isSecret;
        if (subject.isItem)
            inner.title = subject.title + u": "_s + inner.title;
        problems.append(checkAnswer(inner, property, answer, resolved.parts));
    }
    for (const Map::Entry &entry : map) {
        if (!asked.contains(entry.key))
            problems.append(checkOther(subject, resolved, entry));
    }
    return problems;
}

std::optional<AnswerProblem> branchFault(const AnswerSubject &subject, const Resolved &resolved,
                                         const Value &answer)
{
    if (!resolved.undecided.isEmpty()) {
        AnswerSubject trigger = subject;
        trigger.path.append(resolved.undecided.first());
        for (const AskedProperty &property : resolved.properties) {
            if (property.name == trigger.path.last())
                trigger = subjectOf(describe(property, trigger.path, nullptr));
        }
        return branchProblem(trigger, false);
    }
    for (const Schema *part : resolved.parts) {
        const auto fits = [&](const SchemaPointer &option) { return accepts(*option, answer); };
        if (part->oneOf.size() > 1 && std::ranges::count_if(part->oneOf, fits) > 1)
            return branchProblem(subject, true);
    }
    return {};
}

QList<AnswerProblem> checkValue(const AnswerSubject &subject, const SchemaPieces &pieces,
                                const Value &answer)
{
    const Resolved resolved = resolve(pieces, &answer);
    for (const Schema *part : resolved.parts) {
        if (const std::optional<Keyword> keyword = violated(*part, answer))
            return {violationProblem(subject, *part, *keyword, answer)};
    }
    QList<AnswerProblem> problems;
    if (const List *list = answer.toList())
        problems = checkItems(subject, resolved.parts, *list);
    else if (const Map *map = answer.toMap())
        problems = checkEntries(subject, resolved, *map);
    if (problems.isEmpty()) {
        if (const auto fault = branchFault(subject, resolved, answer))
            problems.append(*fault);
    }
    return problems;
}

} // namespace

AnswerSubject subjectOf(const Parameter &parameter)
{
    return {parameter.path, parameter.title,
            parameter.help.isEmpty() ? parameter.description : parameter.help,
            parameter.isSecret()};
}

QList<AnswerProblem> checkAnswer(const AnswerSubject &subject, const AskedProperty &question,
                                 const Value *answer, const SchemaPieces &around)
{
    if (isMissing(question, answer))
        return {missingProblem(subject, around)};
    if (!answer)
        return {};
    QList<AnswerProblem> problems = checkValue(subject, question.pieces, *answer);
    const QString words = wordsAround(around, question.name);
    if (!problems.isEmpty() && !words.isEmpty())
        problems.first().problem.message = words;
    return problems;
}

QList<AnswerProblem> checkPage(const QString &title, const Schema &page, const Resolved &resolved,
                               const Value &answers)
{
    const AnswerSubject subject{.path = {}, .title = title, .help = page.shown.description};
    for (const Schema *part : resolved.parts) {
        if (part->isNever || (part->negated && accepts(*part->negated, answers)))
            return {violationProblem(subject, *part, part->isNever ? Keyword::Never : Keyword::Not,
                                     answers)};
    }
    const auto fault = branchFault(subject, resolved, answers);
    return fault ? QList{*fault} : QList<AnswerProblem>();
}

} // namespace waymark
