#include "models/items/sessiondraft.h"

#include "models/base/textcontext.h"
#include "models/catalog/form.h"
#include "models/catalog/slug.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("ServiceSession");

bool isPlain(QChar c)
{
    return (c.unicode() < 128 && c.isLetterOrNumber()) || u"-_."_s.contains(c);
}

} // namespace

DraftTemplate draftTemplate(const ReadyTemplate &ready)
{
    const CatalogEntry &entry = ready.loaded->entry;
    const Template &definition = entry.definition;
    return {.id = entry.id.isEmpty() ? definition.name : entry.id,
            .title = definition.title,
            .source = entry.source.name,
            .folder = entry.folder(),
            .tree = ready.identity.tree};
}

Result<CatalogEntry> entryOf(const DraftTemplate &of, const QList<CatalogEntry> &catalog)
{
    const auto isThere = [&](const CatalogEntry &entry) { return entry.folder() == of.folder; };
    const auto isNamed = [&](const CatalogEntry &entry) {
        return entry.id == of.id && entry.source.name == of.source;
    };
    const auto isAlike = [&](const CatalogEntry &entry) { return entry.id == of.id; };
    auto found = std::ranges::find_if(catalog, isThere);
    if (found == catalog.end())
        found = std::ranges::find_if(catalog, isNamed);
    if (found == catalog.end())
        found = std::ranges::find_if(catalog, isAlike);
    if (found != catalog.end())
        return *found;
    return failure(
        {.code = u"draft.template-gone"_s,
         .message = translated("The template of this draft, “%1”, is not in the catalog.")
                        .arg(of.title.isEmpty() ? of.id : of.title),
         .file = of.folder,
         .hint = translated("Add its source to the catalog again. The draft is kept until then.")});
}

std::optional<Problem> templateChange(const Draft &draft, const ReadyTemplate &ready,
                                      const QStringList &inVain)
{
    if (draft.of.tree.isEmpty() || draft.of.tree == ready.identity.tree)
        return {};
    Problem problem{.severity = Severity::Note,
                    .code = u"draft.template-changed"_s,
                    .message = translated("The template changed since this draft was saved. Your "
                                          "answers were carried over."),
                    .hint = translated("Look through the pages before you commit.")};
    if (!inVain.isEmpty()) {
        problem.severity = Severity::Warning;
        problem.message += u' '
            + translated("It does not ask for these any more: %1.").arg(inVain.join(u", "_s));
    }
    return problem;
}

QString usualFolderName(const Form &form, const Template &definition)
{
    const QString &question = form.schema().serviceName();
    const bool isSecret = form.schema().secretNames().contains(question);
    const QString name = isSecret ? QString() : form.answers().value(question).textOr().trimmed();
    const bool isUsable = std::ranges::all_of(name, isPlain) && !name.startsWith(u'.')
        && !name.startsWith(u'-') && name.size() <= 100;
    for (const QString &part : {isUsable ? name : slug(name).left(100), slug(definition.name)}) {
        if (!part.isEmpty())
            return part;
    }
    return u"service"_s;
}

} // namespace waymark
