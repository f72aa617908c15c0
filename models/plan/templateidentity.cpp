#include "models/plan/templateidentity.h"

#include "models/git/cleansource.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {

Result<TemplateIdentity> identityOf(const LoadedTemplate &loaded)
{
    const auto tree = loaded.tree.hash();
    if (!tree)
        return std::unexpected(tree.error());
    const Template &definition = loaded.entry.definition;
    const QString folder = loaded.entry.folder();
    TemplateIdentity identity{.name = definition.name.isEmpty() ? QFileInfo(folder).fileName()
                                                                : definition.name,
                              .url = {},
                              .path = {},
                              .ref = definition.sidecar ? definition.sidecar->version : QString(),
                              .commit = {},
                              .tree = *tree};
    if (loaded.entry.source.kind == Source::Kind::BuiltIn) {
        identity.url = u"waymark:built-in"_s;
        identity.path = loaded.entry.path;
        if (identity.ref.isEmpty())
            identity.ref = QCoreApplication::applicationVersion();
        return identity;
    }
    const auto source = git::cleanSource(folder);
    if (source && source->tree.toHex() == *tree) {
        identity.url = source->url;
        identity.path = QString::fromUtf8(source->path);
        identity.commit = source->commit.toHex();
        if (!source->reference.isEmpty())
            identity.ref = QString::fromUtf8(source->reference);
    }
    return identity;
}

} // namespace waymark
