#include "tests/fuzz/onefuzz.h"
#include "tests/support/randomvalues.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::testing;

namespace {

/// The inputs that tests/fuzz/run found to differ in what they reach.
QList<QByteArray> corpus()
{
    QList<QByteArray> inputs;
    const QDir folder(QStringLiteral(WAYMARK_SOURCE_DIR "/tests/fuzz/corpus"));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile input(folder.filePath(name));
        if (!input.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(name));
        inputs += input.readAll();
    }
    return inputs;
}

/// `input` with a few bytes changed, taken away, repeated, or taken from another one.
QByteArray changed(QByteArray input, const QList<QByteArray> &others, QRandomGenerator &random)
{
    const auto below = [&random](qsizetype end) { return qsizetype(random.bounded(qint64(end))); };
    for (int changes = random.bounded(1, 4); changes > 0 && input.size() > 2; --changes) {
        const qsizetype at = below(input.size());
        const QByteArray &other = others.at(below(others.size()));
        const qsizetype from = below(other.size());
        switch (random.bounded(4)) {
        case 0:
            input[at] = char(random.bounded(256));
            break;
        case 1:
            input.remove(at, random.bounded(1, 6));
            break;
        case 2:
            input.insert(at, input.sliced(at).first(std::min(input.size() - at, qsizetype(5))));
            break;
        default:
            input.insert(at,
                         other.sliced(from).first(std::min(other.size() - from, qsizetype(12))));
        }
    }
    return input;
}

QByteArray told(const QByteArray &input, const QString &fault)
{
    return fault.toUtf8() + " in " + input.toPercentEncoding(" {}%|()[]'\"=+-*/,.:<>$#\n");
}

} // namespace

class TestFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasFoundHolds()
    {
        QVERIFY(corpus().size() > 20);
        for (const QByteArray &input : corpus()) {
            const QString fault = FuzzTry(input).fault();
            QVERIFY2(fault.isEmpty(), told(input, fault).constData());
        }
    }

    void whatIsNearToItHolds()
    {
        const QList<QByteArray> inputs = corpus();
        QRandomGenerator random(20);
        for (quint32 run = propertyRuns(200) * 5; run > 0; --run) {
            const QByteArray &base = inputs.at(qsizetype(random.bounded(qint64(inputs.size()))));
            const QByteArray input = changed(base, inputs, random);
            const QString fault = FuzzTry(input).fault();
            QVERIFY2(fault.isEmpty(), told(input, fault).constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestFuzz)
#include "tst_fuzz.moc"
