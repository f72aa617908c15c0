#include "tests/benchmarks/benchapplication.h"
#include "tests/benchmarks/benchtemplates.h"
#include "tests/benchmarks/windowfigures.h"
#include "tests/support/isolatedgit.h"

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::bench;

namespace {

int explain()
{
    std::fputs("bench_window walk|typing|form|catalog|file: measures that of the whole window\n"
               "bench_window templates FOLDER COUNT: writes so many templates into a folder\n",
               stderr);
    return 2;
}

} // namespace

/// Measures the whole window, as the program builds it. No display is needed.
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const testing::IsolatedGit git;
    git.configure("[user]\n\tname = Ada\n\temail = ada@example.org\n");
    const BenchApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString what = arguments.value(0);
    if (what == u"walk")
        measureWalk();
    else if (what == u"typing")
        measureTyping();
    else if (what == u"form")
        measureForm();
    else if (what == u"catalog")
        measureCatalog();
    else if (what == u"file")
        measureHugeFile();
    else if (what == u"templates" && arguments.size() == 3)
        writeManyTemplates(arguments.at(1), arguments.at(2).toInt());
    else
        return explain();
    return 0;
}
