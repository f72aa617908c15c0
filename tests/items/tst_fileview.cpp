#include "models/items/fileview.h"
#include "models/jobs/previewer.h"
#include "models/plan/planhash.h"
#include "tests/jobs/previewbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::SmallTemplate;

namespace {

/// Previews of a template with a text, a secret, a binary file and a link, one after the other.
class Views
{
public:
    Views()
        : m_loaded(testing::shared(
              SmallTemplate("{properties: {a: {}, token: {type: string, 'ui:field': Secret}}}",
                            "[{action: 'fetch:template', input: {url: ./skeleton, values: {a: '${{ "
                            "parameters.a }}', token: '${{ secrets.token }}'}}}]")
                  .file("skeleton/a.txt", "one\n${{ values.a }}\n")
                  .file("skeleton/env", "T=${{ values.token }};\nA=${{ values.a }}\n")
                  .file("skeleton/binary", QByteArray("\0\1\2", 3))
                  .file("skeleton/link", "a.txt", FileMode::Link)
                  .file("skeleton/fails",
                        "{% if values.a == 'bad' %}${{ nope() }}{% endif %}ok\n")))
    {
    }

    void answer(const QByteArray &answers)
    {
        request = testing::previewRequest(m_loaded, answers);
        request.wishes.declined = declined;
        for (const auto &[path, content] : there.asKeyValueRange()) {
            request.destination.entries.insert(path,
                                               {.type = SnapshotEntry::Type::File,
                                                .mode = FileMode::Regular,
                                                .hash = contentHash(content),
                                                .content = content});
        }
        preview = *m_previewer.preview(request, {});
        preview.plan = shownPlan(preview, request.form);
    }
    [[nodiscard]] FileView after(const QByteArray &path, const MarkedAnswer &focused = {}) const
    {
        return viewAfter(path, {preview, request.form, focused, {}});
    }
    [[nodiscard]] FileView before(const QByteArray &path) const
    {
        return viewBefore(path, preview.plan);
    }

    git::Library library; ///< That knows names of branches.
    PreviewRequest request;
    Preview preview;
    QByteArrayList declined;
    QMap<QByteArray, QByteArray> there; ///< Contents at the destination.

private:
    std::shared_ptr<const LoadedTemplate> m_loaded;
    Previewer m_previewer;
};

} // namespace

class TestFileView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsShownAsItWillBe()
    {
        Views views;
        views.answer("{a: x}");
        QCOMPARE(views.after("a.txt"), (FileView{.content = "one\nx\n", .name = u"a.txt"_s}));
        QCOMPARE(views.after("a.txt", {u"a"_s, u"The a"_s}).marks,
                 (QList<LineMark>{{2, LineMark::Kind::Linked, u"The a"_s, {{1, 2}}}}));
        QVERIFY(views.after("binary").isBinary);
        QCOMPARE(views.after("link").content, "a.txt"_ba);
        QVERIFY(!views.after("link").isBinary);
        QCOMPARE(views.after("nowhere"), FileView{.name = u"nowhere"_s});
        QCOMPARE(views.before("a.txt"), FileView{.name = u"a.txt"_s});
    }

    void aSecretIsMaskedOnEitherSide()
    {
        Views views;
        views.there.insert("env", "T=s3cret;\nA=x\n");
        views.answer("{a: x, token: s3cret}");
        QCOMPARE(views.after("env").content, "T=******;\nA=x\n"_ba);
        QVERIFY(!views.after("env").note.isEmpty());
        QCOMPARE(views.before("env").content, ""_ba);
        QVERIFY(!views.before("env").note.isEmpty());
        views.declined = {"env"};
        views.there.clear();
        views.answer("{a: x, token: s3cret}");
        QCOMPARE(views.after("env").content, ""_ba);
    }

    void whatIsThereStandsBefore()
    {
        Views views;
        views.there.insert("a.txt", "mine\n");
        views.answer("{a: x}");
        QCOMPARE(views.before("a.txt").content, "mine\n"_ba);
        QCOMPARE(views.after("a.txt").content, "one\nx\n"_ba);
        views.declined = {"a.txt"};
        views.answer("{a: x}");
        QCOMPARE(views.after("a.txt").content, "mine\n"_ba);
        QCOMPARE(views.after("a.txt").note, u"Yours is kept."_s);
    }

    void whatStandsInForAnAnswerIsSaid()
    {
        Views views;
        views.answer("{a: x}");
        views.preview.standIns = {u"a"_s};
        views.preview.notFinal = {{"a.txt", {u"a"_s}}, {"env", {u"a"_s, u"token"_s}}};
        const FileView view = views.after("a.txt", {u"a"_s, u"The a"_s});
        QVERIFY(!view.isFinal);
        QVERIFY(view.isCurrent);
        QCOMPARE(view.note, u"Not final: a is not answered yet."_s);
        QCOMPARE(view.marks.first().note, u"The a is not answered yet"_s);
        QCOMPARE(views.after("env").note, u"Not final: these are not answered yet: a, token."_s);
        QVERIFY(views.after("binary").isFinal);
    }

    void whatFailsShowsWhatWasThereLast()
    {
        Views views;
        views.answer("{a: good}");
        QCOMPARE(views.after("fails").content, "ok\n"_ba);
        views.answer("{a: bad}");
        const FileView view = views.after("fails");
        QCOMPARE(view.content, "ok\n"_ba);
        QVERIFY(!view.isCurrent);
        QVERIFY2(view.note.contains(u"nope"), qPrintable(view.note));
        QVERIFY(view.marks.isEmpty());
        QVERIFY(views.preview.plan.isBlocked());
        views.answer("{a: good}");
        QVERIFY(views.after("fails").isCurrent);
    }

    void whatIsHeldIsNotCurrent()
    {
        Views views;
        views.answer("{a: x}");
        views.preview.held = {"a.txt"};
        QVERIFY(!views.after("a.txt").isCurrent);
        QVERIFY(!views.after("a.txt").note.isEmpty());
    }
};

QTEST_MAIN(TestFileView)
#include "tst_fileview.moc"
