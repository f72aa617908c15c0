#include "models/git/library.h"
#include "models/jobs/previewer.h"
#include "models/plan/templateidentity.h"
#include "tests/benchmarks/benchtemplates.h"
#include "tests/benchmarks/sheet.h"
#include "tests/plan/builtintemplates.h"

#include <QTemporaryDir>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::bench;

namespace {

constexpr int rounds = 12; ///< Keystrokes in each field.

/// The built-in template with so many files in the steps that always run.
LoadedTemplate withFiles(qsizetype count)
{
    const QTemporaryDir folder;
    writeGoService(folder.path(), count);
    const auto entry = readTemplateFolder(folder.filePath(u"go-service"_s),
                                          {{u"built-in"_s, folder.path(), Source::Kind::BuiltIn}});
    const auto loaded = entry ? loadTemplate(*entry) : std::unexpected(entry.error());
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().toString()));
    return *loaded;
}

PreviewRequest requestFor(const std::shared_ptr<const LoadedTemplate> &loaded)
{
    const RenderRequest render
        = testing::requestOf(*loaded, testing::goldenAnswers(u"go-service"_s, u"defaults"_s));
    PreviewRequest request{.loaded = loaded,
                           .identity = {.name = u"go-service"_s, .tree = QByteArray(40, 'a')},
                           .form = render.form};
    request.destination.path = u"/srv/nowhere/orders"_s;
    request.destination.existing = u"/srv"_s;
    request.destination.defaultBranch = u"main"_s;
    request.now = render.now;
    request.seed = render.seed;
    return request;
}

/// What typing in some fields cost.
struct Typing
{
    QList<double> milliseconds;
    qsizetype files = 0;
    qsizetype again = 0;
};

/// One letter more with each keystroke: from it to the plan.
Typing typedIn(const QString &field, PreviewRequest &request, Previewer &previewer)
{
    Typing typing;
    const Value before = request.form.answers().value(field);
    QString text = before.textOr();
    for (int i = 0; i < rounds; ++i) {
        text += QChar(u'a' + i);
        const auto started = std::chrono::steady_clock::now();
        request.form.setAnswer({field}, text);
        const auto preview = previewer.preview(request, {});
        const std::chrono::duration<double, std::milli> taken
            = std::chrono::steady_clock::now() - started;
        typing.milliseconds += taken.count();
        typing.files += preview->rendering.files.size();
        typing.again += preview->renderedAgain.size();
    }
    request.form.setAnswer({field}, before);
    (void)previewer.preview(request, {});
    return typing;
}

void measure(qsizetype count, double most)
{
    const Goal goal{most, Goal::Of::NinetyFive};
    const auto loaded = std::make_shared<const LoadedTemplate>(withFiles(count));
    PreviewRequest request = requestFor(loaded);
    Previewer previewer;
    const auto started = std::chrono::steady_clock::now();
    const auto first = previewer.preview(request, {});
    const std::chrono::duration<double, std::milli> cold
        = std::chrono::steady_clock::now() - started;
    Sheet sheet;
    Typing all;
    for (const QString &field : {u"name"_s, u"description"_s, u"owner"_s, u"alertChannel"_s,
                                 u"hostname"_s, u"onCall"_s, u"organisation"_s}) {
        const Typing typing = typedIn(field, request, previewer);
        const double share = 100.0 * double(typing.again) / double(typing.files);
        sheet.add(u"%1, %2 % rendered again"_s.arg(field, QString::number(share, 'f', 1)),
                  typing.milliseconds, goal);
        all.milliseconds += typing.milliseconds;
        all.files += typing.files;
        all.again += typing.again;
    }
    sheet.add(u"any of them"_s, all.milliseconds, goal);
    std::printf("From a keystroke to the plan of %lld files, half of the way to the repainted "
                "preview (the first took %.1f ms; %.1f %% are rendered again)\n",
                static_cast<long long>(first->rendering.files.size()), cold.count(),
                100.0 * double(all.again) / double(all.files));
    sheet.print();
}

} // namespace

/// bench_preview: what a keystroke in a field costs, to the plan of all files, with templates of
/// several sizes.
int main()
{
    const git::Library library;
    measure(20, 8);
    measure(100, 8);
    measure(1000, 25);
    return 0;
}
