#include "models/git/library.h"
#include "models/jobs/previewer.h"
#include "models/plan/templateidentity.h"
#include "tests/plan/builtintemplates.h"

#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr int rounds = 12; ///< Keystrokes in each field.

/// Where `path` goes on behind the folder of a step that always runs; 0 in all others.
qsizetype behindFolder(const QByteArray &path)
{
    for (const QByteArray &folder : {QByteArray("skeleton/"), QByteArray("../parts/service/")}) {
        if (path.startsWith(folder))
            return folder.size();
    }
    return 0;
}

void write(const QString &to, const TemplateFile &given)
{
    const QString path = QDir::cleanPath(to);
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(given.content) != given.content.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// The built-in template with so many files in the steps that always run: as many as they have, or
/// copies of them in folders of their own.
LoadedTemplate withFiles(const LoadedTemplate &whole, qsizetype count)
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"go-service"_s);
    QList<TemplateFile> given;
    for (const TemplateFile &file : whole.tree.files()) {
        if (behindFolder(file.path))
            given += file;
        else
            write(place + u'/' + QString::fromUtf8(file.path), file);
    }
    std::ranges::sort(given, {}, [](const TemplateFile &file) {
        return file.path.sliced(behindFolder(file.path)); // so that some are of every step
    });
    for (qsizetype i = 0; i < count; ++i) {
        TemplateFile file = given.at(i % given.size());
        if (i >= given.size())
            file.path.insert(behindFolder(file.path),
                             "part" + QByteArray::number(i / given.size()) + '/');
        write(place + u'/' + QString::fromUtf8(file.path), file);
    }
    const auto entry
        = readTemplateFolder(place, {{u"built-in"_s, folder.path(), Source::Kind::BuiltIn}});
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
    std::vector<double> milliseconds;
    std::vector<double> ofProcessor; ///< Without what other programs took.
    qsizetype files = 0;
    qsizetype again = 0;

    [[nodiscard]] static double at(double share, std::vector<double> milliseconds)
    {
        std::ranges::sort(milliseconds);
        const auto index
            = static_cast<size_t>(share * static_cast<double>(milliseconds.size() - 1));
        return milliseconds.at(index);
    }
    void print(const QByteArray &what)
    {
        std::printf("  %-28s median %7.2f ms   p95 %7.2f ms (processor %7.2f ms)   rendered "
                    "again %5.1f %%\n",
                    what.constData(), at(0.5, milliseconds), at(0.95, milliseconds),
                    at(0.95, ofProcessor),
                    100.0 * static_cast<double>(again) / static_cast<double>(files));
    }
    void add(const Typing &other)
    {
        milliseconds.insert(milliseconds.end(), other.milliseconds.begin(),
                            other.milliseconds.end());
        ofProcessor.insert(ofProcessor.end(), other.ofProcessor.begin(), other.ofProcessor.end());
        files += other.files;
        again += other.again;
    }
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
        const std::clock_t ticks = std::clock();
        request.form.setAnswer({field}, text);
        const auto preview = previewer.preview(request, {});
        const std::chrono::duration<double, std::milli> taken
            = std::chrono::steady_clock::now() - started;
        typing.milliseconds.push_back(taken.count());
        typing.ofProcessor.push_back(1000.0 * static_cast<double>(std::clock() - ticks)
                                     / CLOCKS_PER_SEC);
        typing.files += preview->rendering.files.size();
        typing.again += preview->renderedAgain.size();
    }
    request.form.setAnswer({field}, before);
    (void)previewer.preview(request, {});
    return typing;
}

void measure(qsizetype count, double goal)
{
    const auto loaded = std::make_shared<const LoadedTemplate>(
        withFiles(testing::builtIn(u"go-service"_s), count));
    PreviewRequest request = requestFor(loaded);
    Previewer previewer;
    const auto started = std::chrono::steady_clock::now();
    const auto first = previewer.preview(request, {});
    const std::chrono::duration<double, std::milli> cold
        = std::chrono::steady_clock::now() - started;
    std::printf("%lld files, the first preview %.1f ms; goal of a keystroke: %.0f ms, half of the "
                "way to the repainted preview\n",
                static_cast<long long>(first->rendering.files.size()), cold.count(), goal);
    Typing all;
    for (const QString &field : {u"name"_s, u"description"_s, u"owner"_s, u"alertChannel"_s,
                                 u"hostname"_s, u"onCall"_s, u"organisation"_s}) {
        Typing typing = typedIn(field, request, previewer);
        typing.print(field.toLatin1());
        all.add(typing);
    }
    all.print("all of them");
    std::printf("  p95 %s the goal\n",
                Typing::at(0.95, all.milliseconds) <= goal ? "holds" : "misses");
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
}
