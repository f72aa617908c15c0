#include "tests/plan/faultbench.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using Fault = CountingFileSystem::Fault;

// applyhelper ROOT DESTINATION COMMIT MODE…: applies the small service to DESTINATION of the bench
// at ROOT; COMMIT is 1 or 0. Before it begins it writes one byte. 0: it was applied, 1: it was not.
//   plain              nothing happens to it
//   exit-at CALL       it ends, with 7, before the CALLth change of the file system
//   lock STEP FILE     it makes FILE at git's step STEP and ends there, with 7
//   fill-disk          applies to a disk with a little more room each time; 77: there can be no
//   such

namespace {

constexpr int noNamespace = 77;

struct Job
{
    FaultBench bench;
    QString destination;
    bool commit;
    QByteArrayList mode;
};

void sayBegin()
{
    const char byte = '!';
    std::ignore = ::write(STDOUT_FILENO, &byte, 1);
}

int applied(const Job &job, FileSystem &fileSystem)
{
    const WriteRequest request = job.bench.request(job.destination, job.commit);
    sayBegin();
    const auto done = Writer(fileSystem, job.bench.bench().state()).apply(request);
    return done ? 0 : 1;
}

int exitAt(const Job &job)
{
    CountingFileSystem fileSystem;
    fileSystem.plan(Fault::Exit, job.mode.at(1).toInt());
    return applied(job, fileSystem);
}

int lockAt(const Job &job)
{
    CountingFileSystem fileSystem;
    fileSystem.onStep = [&job](const QByteArray &step) {
        if (step != job.mode.at(1))
            return;
        put(QString::fromUtf8(job.mode.at(2)), "");
        _exit(7);
    };
    return applied(job, fileSystem);
}

/// Leaves `room` KiB free on `disk`.
void resize(const QByteArray &disk, int room)
{
    struct statvfs info = {};
    statvfs(disk.constData(), &info);
    const quint64 used = (info.f_blocks - info.f_bfree) * info.f_frsize;
    const QByteArray size = "size=" + QByteArray::number(used + quint64(room) * 1024);
    if (mount("none", disk.constData(), nullptr, MS_REMOUNT, size.constData()) != 0)
        qFatal("the disk could not be resized");
}

/// Whether a disk of its own, which no other process sees, is at `folder`.
bool mountDisk(const QByteArray &folder)
{
    return (unshare(CLONE_NEWNS) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0)
        && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && mount("none", folder.constData(), "tmpfs", 0, "size=64m") == 0;
}

int fillDisk(const Job &job)
{
    const FaultBench &bench = job.bench;
    const QByteArray disk = bench.bench().work().toUtf8();
    if (!mountDisk(disk))
        return noNamespace;
    bench.prepare();
    const WriteRequest request = bench.request(job.destination, job.commit);
    const QStringList before = bench.picture();
    FileSystem fileSystem;
    const Writer writer(fileSystem, bench.bench().state());
    for (int room = 0; room <= 400; room += 4) {
        resize(disk, room);
        const bool succeeded = writer.apply(request).has_value();
        const bool isBefore = bench.picture() == before;
        resize(disk, 32 << 10);
        if (!writer.recover(request.destination.path) || succeeded == isBefore
            || !bench.leftovers().isEmpty()) {
            qWarning("with %d KiB: applied %d, as before %d, left: %s", room, succeeded, isBefore,
                     qPrintable(bench.leftovers().join(u' ')));
            return 2;
        }
        if (succeeded)
            return 0;
    }
    qWarning("400 KiB were not enough");
    return 3;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const git::Library library;
    const QByteArrayList words(argv + 1, argv + argc);
    if (words.size() < 4)
        return 2;
    const Job job = {.bench = FaultBench(QString::fromUtf8(words.at(0))),
                     .destination = QString::fromUtf8(words.at(1)),
                     .commit = words.at(2) == "1",
                     .mode = words.sliced(3)};
    const QByteArray mode = job.mode.first();
    if (mode == "exit-at")
        return exitAt(job);
    if (mode == "lock")
        return lockAt(job);
    if (mode == "fill-disk")
        return fillDisk(job);
    FileSystem fileSystem;
    return applied(job, fileSystem);
}
