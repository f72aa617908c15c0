#include "models/plan/secretmessages.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Planner", source);
}

/// A value of the same type that tells nothing of `value`.
Value another(const Value &value)
{
    if (value.toText())
        return u"******"_s;
    if (value.toInteger())
        return 0;
    if (value.toFloat())
        return 0.0;
    if (const List *items = value.toList()) {
        List others;
        std::ranges::transform(*items, std::back_inserter(others), another);
        return others;
    }
    if (const Map *entries = value.toMap()) {
        Map others;
        for (const Map::Entry &entry : *entries)
            others.insert(entry.key, another(entry.value));
        return others;
    }
    return value;
}

void hideSecrets(QList<Problem> &problems, const QList<Problem> &others)
{
    for (Problem &problem : problems) {
        const auto same = std::ranges::find_if(others, [&problem](const Problem &other) {
            return other.code == problem.code && other.position == problem.position;
        });
        if (same != others.end()) {
            problem.message = same->message;
            problem.hint = same->hint;
        } else {
            problem.message = text("The template fails here. What it says is not shown, since that "
                                   "could tell a secret answer.");
            problem.hint = text("Look at the template, or try it with another secret answer.");
        }
    }
}

} // namespace

std::optional<Form> withOtherSecrets(const Form &form)
{
    const Map answers = form.answers();
    std::optional<Form> other;
    for (const QString &secret : form.schema().secretNames()) {
        if (!answers.contains(secret))
            continue;
        if (!other)
            other = form;
        other->setAnswer({secret}, another(answers.value(secret)));
    }
    return other;
}

void hideSecrets(Rendering &rendering, const Rendering &other)
{
    hideSecrets(rendering.problems, other.problems);
    for (RenderedFile &file : rendering.files) {
        const auto same
            = std::ranges::find(other.files, file.templatePath, &RenderedFile::templatePath);
        hideSecrets(file.problems, same == other.files.end() ? QList<Problem>() : same->problems);
    }
}

} // namespace waymark
