#include "models/plan/cookiecutternames.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/plan/binaryornot.h"
#include "models/plan/cookiecutterfiles.h"
#include "models/plan/cookiecutterhooks.h"
#include "models/plan/fetchedfolder.h"
#include "models/plan/formcontext.h"
#include "models/plan/namecheck.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::KnownNames;

constexpr TextContext translated("NameCheck");

KnownNames namesOf(const CookiecutterSettings &settings, const Form &form)
{
    QStringList members = settings.variables.keys();
    const jinja::TaggedValue context = contextOf(form);
    const jinja::TaggedValue *variables = context.find(u"cookiecutter"_s);
    for (const jinja::TaggedValue::Entry &entry :
         variables ? variables->map() : jinja::TaggedValue::Map())
        members += entry.key;
    KnownNames known;
    known.add(u"cookiecutter"_s, members);
    return known;
}

/// Whether the file at `path`, or a folder that it is in, stays as it is.
bool isCopied(const CookiecutterFiles &files, const QByteArray &path)
{
    for (qsizetype end = path.size(); end > 0; end = path.lastIndexOf('/', end - 1)) {
        if (files.isCopied(path.first(end)))
            return true;
    }
    return false;
}

/// Names in the hooks, which are rendered as files are.
void checkHooks(const LoadedTemplate &loaded, const CookiecutterSettings &settings,
                const CookiecutterFiles &files, const KnownNames &known, NameCheck &check)
{
    const QByteArray folder = pathBelow(settings.path, "hooks/");
    for (const TemplateFile &file : loaded.tree.files()) {
        if (!file.path.startsWith(folder) || file.mode == FileMode::Link
            || !isRenderedHook(file.path.sliced(folder.size())))
            continue;
        if (const auto text = decodeUtf8(withUniversalNewlines(file.content)))
            check.checkText(*text, files.shown(file.path), files.language(), known);
    }
}

} // namespace

QList<Problem> misspeltCookiecutterNames(const LoadedTemplate &loaded, const std::stop_token &stop)
{
    const RenderRequest request = atItsOccasion({.form = Form(loaded.entry.definition.form),
                                                 .now = QDateTime::fromSecsSinceEpoch(0),
                                                 .seed = "0"});
    const CookiecutterSettings *settings = usedTemplate(*loaded.entry.definition.cookiecutter, {});
    if (!settings)
        return {};
    RenderMemory memory;
    CookiecutterFiles files(loaded, request, *settings, memory);
    const auto folder = files.projectFolder();
    if (!folder)
        return {};
    files.include(files.includedFolders(*folder));
    const KnownNames known = namesOf(*settings, request.form);
    NameCheck check(NameCheck::Unknown::Slip,
                    translated("Add it to cookiecutter.json, or correct the name."), stop);
    const QByteArray inside = *folder + '/';
    for (const TemplateFile &file : loaded.tree.files()) {
        if (!file.path.startsWith(inside) || file.mode == FileMode::Link)
            continue;
        const QByteArray path = file.path.sliced(inside.size());
        const QString shown = files.shown(file.path);
        for (const QString &name : displayed(file.path).split(u'/'))
            check.checkName(name, shown, files.language(), known);
        const auto text = isCopied(files, path) || isBinaryOrNot(file.content)
            ? Result<QString>(failure({.code = u"template.copied"_s}))
            : decodeUtf8(withUniversalNewlines(file.content));
        if (text)
            check.checkText(*text, shown, files.language(), known);
    }
    checkHooks(loaded, *settings, files, known, check);
    QSet<QString> parts;
    for (const QString &name : check.used())
        parts += files.shown(inside + name.toUtf8());
    return check.problems(parts);
}

} // namespace waymark
