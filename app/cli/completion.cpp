#include "app/cli/completion.h"

#include "app/cli/shellscripts.h"

using namespace Qt::StringLiterals;

namespace waymark::cli {

namespace {

/// A command that prints what `command` has as `key`, without the text `but`.
QString printing(const QString &command, const QString &key, const QString &but = {})
{
    const QString without = but.isEmpty() ? QString() : u"/\"%1\": \"%2\"/d; "_s.arg(key, but);
    return u"waymark %1 --json 2>/dev/null | "
           "sed -n '%3s/^ *\"%2\": \"\\([A-Za-z0-9_][A-Za-z0-9._/-]*\\)\",\\{0,1\\}$/\\1/p'"_s.arg(
               command, key, without);
}

} // namespace

/// What a draft holds stands deeper than its id. One that cannot be read has a problem with the
/// name of its file instead.
QString draftIds()
{
    return u"waymark draft list --json 2>/dev/null | "
           "sed -n -e 's/^ \\{6\\}\"id\": \"\\([A-Za-z0-9_][A-Za-z0-9._-]*\\)\",\\{0,1\\}$/\\1/p' "
           "-e 's/^ \\{6\\}\"file\": \".*\\/\\([A-Za-z0-9_][A-Za-z0-9._-]*\\)\\.json\""
           ",\\{0,1\\}$/\\1/p'"_s;
}

QString templateIds()
{
    return printing(u"list"_s, u"id"_s);
}

QString sourceNames()
{
    return printing(u"source list"_s, u"name"_s, u"built-in"_s); // which cannot be removed
}

QStringList namesOfTakers()
{
    QStringList takers;
    for (const Command &command : commands()) {
        for (const Option &option : allOptions(command)) {
            if (option.takes != Takes::Nothing && !takers.contains(option.name))
                takers += option.name;
        }
    }
    return takers;
}

QByteArray completionScript(QStringView shell)
{
    if (shell == u"zsh")
        return zshScript();
    return shell == u"fish" ? fishScript() : bashScript();
}

} // namespace waymark::cli
