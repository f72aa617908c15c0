#include "models/items/fileview.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/plan/binarytest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("FileView");

const PlannedFile *find(const Plan &plan, const QByteArray &path)
{
    const auto found = std::ranges::lower_bound(
        plan.files, path, {},
        [](const PlannedFile &file) -> const QByteArray & { return file.change.path; });
    return found != plan.files.end() && found->change.path == path ? &*found : nullptr;
}

/// Puts what `earlier` was in the place of what cannot be made.
void takeEarlier(PlannedFile &file, const RenderedFile &earlier, const SecretMask &mask)
{
    file.change.mode = earlier.mode;
    file.change.content = earlier.content;
    file.templatePath = earlier.templatePath;
    file.provenance = earlier.provenance;
    file.presence = earlier.presence;
    const QString text = QString::fromUtf8(earlier.content);
    file.dependsOnSecret = mask.covers(earlier.provenance.all().with(earlier.presence))
        || mask.inMessage(text) != text;
}

/// Whether a place of `problem` is one in the file itself, not in its template.
bool isInside(const Problem &problem, const PlannedFile &file, const QString &shown)
{
    return problem.file.isEmpty() || problem.file == displayed(file.change.path)
        || problem.file == shown;
}

/// What `file` will hold, or would, if that can be shown.
QByteArray contentOf(const PlannedFile &file, const FileViewFacts &facts)
{
    if (file.change.kind == ChangeClass::Declined)
        return file.rendered ? file.rendered->content : QByteArray();
    if (!file.dependsOnSecret)
        return file.change.content;
    const SecretMask mask(facts.form, facts.preview.plan.shownPaths);
    const auto text = decodeUtf8(mask.masked({file.change.content, file.provenance}));
    return text ? mask.inMessage(*text).toUtf8() : QByteArray();
}

/// "Owning team" of the question `owner`.
QString titleOf(const QString &name, const Form &form)
{
    const auto parameter = form.parameter({name});
    return parameter ? parameter->title : name;
}

/// That `names` are questions without an answer.
QString notFinalText(const QStringList &names, const Form &form)
{
    QStringList titles;
    for (const QString &name : names)
        titles += titleOf(name, form);
    return (titles.size() == 1 ? translated("Not final: %1 is not answered yet.")
                               : translated("Not final: these are not answered yet: %1."))
        .arg(titles.join(u", "_s));
}

QString noteOf(const PlannedFile &file, const FileViewFacts &facts)
{
    const auto earlier = facts.preview.earlier.constFind(file.change.path);
    const bool isDeclined = file.change.kind == ChangeClass::Declined;
    if (file.change.kind == ChangeClass::NotNeeded)
        return translated("Not needed with these answers.");
    if (isDeclined)
        return file.dependsOnSecret ? translated("Left out. It holds a secret and is not shown.")
                                    : translated("Left out: this is what it would be.");
    if (earlier != facts.preview.earlier.cend())
        return translated("Not current: %1").arg(earlier->because.message);
    if (facts.preview.held.contains(file.change.path))
        return translated("Not current: an answer cannot be read.");
    if (const QStringList open = facts.preview.notFinal.value(file.change.path); !open.isEmpty())
        return notFinalText(open, facts.form);
    if (file.change.kind == ChangeClass::Kept)
        return translated("Yours is kept.");
    if (file.dependsOnSecret)
        return translated("Secrets are masked.");
    return {};
}

QList<LineMark> marksOf(PlannedFile file, const FileViewFacts &facts)
{
    if (file.dependsOnSecret || file.change.kind == ChangeClass::Declined)
        return {};
    const QString shown = displayed(facts.preview.plan.shownPath(file.change.path));
    const bool isEarlier = facts.preview.earlier.contains(file.change.path);
    file.change.problems.removeIf(
        [&](const Problem &problem) { return isEarlier || !isInside(problem, file, shown); });
    MarkedAnswer focused = facts.focused;
    if (facts.preview.standIns.contains(focused.name))
        focused.title = translated("%1 is not answered yet").arg(focused.title);
    return lineMarks(file, focused, facts.problems);
}

} // namespace

Plan shownPlan(const Preview &preview, const Form &form)
{
    Plan plan = preview.plan;
    if (preview.earlier.isEmpty())
        return plan;
    const SecretMask mask(form, plan.shownPaths);
    for (const auto &[path, earlier] : preview.earlier.asKeyValueRange()) {
        const auto at = std::ranges::lower_bound(
            plan.files, path, {},
            [](const PlannedFile &file) -> const QByteArray & { return file.change.path; });
        const bool isThere = at != plan.files.end() && at->change.path == path;
        if (isThere && at->change.kind == ChangeClass::Blocked) {
            takeEarlier(*at, earlier.file, mask);
        } else if (!isThere && !mask.covers(earlier.file.presence)) { // or its path would tell
            PlannedFile file;
            file.change.path = path;
            file.change.kind = ChangeClass::Blocked;
            takeEarlier(file, earlier.file, mask);
            plan.files.insert(at, file);
        }
    }
    return plan;
}

FileView viewAfter(const QByteArray &path, const FileViewFacts &facts)
{
    const Preview &preview = facts.preview;
    const PlannedFile *file = find(preview.plan, path);
    FileView view{.name = displayed(preview.plan.shownPath(path))};
    if (!file)
        return view;
    view.content = contentOf(*file, facts);
    view.isBinary = file->change.mode != FileMode::Link && isBinary(view.content);
    view.isCurrent = !preview.earlier.contains(path) && !preview.held.contains(path);
    view.isFinal = !preview.notFinal.contains(path);
    view.note = noteOf(*file, facts);
    if (!view.isBinary)
        view.marks = marksOf(*file, facts);
    return view;
}

FileView viewBefore(const QByteArray &path, const Plan &plan)
{
    const PlannedFile *file = find(plan, path);
    FileView view{.name = displayed(plan.shownPath(path))};
    if (!file || !file->change.oldMode)
        return view;
    if (file->dependsOnSecret) {
        view.note = translated("It holds a secret and is not shown.");
        return view;
    }
    view.content = file->change.oldContent;
    view.isBinary = file->change.oldMode != FileMode::Link && isBinary(view.content);
    return view;
}

} // namespace waymark
