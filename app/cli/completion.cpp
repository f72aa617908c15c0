#include "app/cli/completion.h"

#include "app/cli/shellscripts.h"

using namespace Qt::StringLiterals;

namespace waymark::cli {

QString templateIds()
{
    return u"waymark list --json 2>/dev/null | "
           "sed -n 's/^ *\"id\": \"\\([A-Za-z0-9_][A-Za-z0-9._/-]*\\)\",\\{0,1\\}$/\\1/p'"_s;
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
