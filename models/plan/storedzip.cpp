#include "models/plan/storedzip.h"

#include "models/base/textcontext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("FileActions");

constexpr qsizetype mostEntries = 65'534;
constexpr qint64 mostBytes = 0xffff'fffe;
constexpr qsizetype longestPath = 0xffff;
constexpr quint16 versionNeeded = 20; // folders
constexpr quint16 madeOnUnix = (3 << 8) | versionNeeded;
constexpr quint16 pathIsUtf8 = 1 << 11;
constexpr quint16 firstDay = (1 << 5) | 1;
constexpr quint32 folderMode = 0040755;

/// The check sum of ISO 3309, as the format wants it.
quint32 checkSum(const QByteArray &bytes)
{
    constexpr auto table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < made.size(); ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1U) ? 0xedb8'8320U ^ (value >> 1U) : value >> 1U;
            made[i] = value;
        }
        return made;
    }();
    quint32 sum = 0xffff'ffff;
    for (const char byte : bytes)
        sum = table[(sum ^ static_cast<quint8>(byte)) & 0xffU] ^ (sum >> 8U);
    return ~sum;
}

/// Appends numbers, the lowest byte first.
class ZipWriter
{
public:
    ZipWriter &two(quint32 number)
    {
        m_bytes += static_cast<char>(number & 0xffU);
        m_bytes += static_cast<char>((number >> 8U) & 0xffU);
        return *this;
    }
    ZipWriter &four(quint32 number) { return two(number & 0xffffU).two(number >> 16U); }
    ZipWriter &bytes(const QByteArray &bytes)
    {
        m_bytes += bytes;
        return *this;
    }
    [[nodiscard]] quint32 size() const { return static_cast<quint32>(m_bytes.size()); }
    [[nodiscard]] const QByteArray &all() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// What the header before an entry and that in the list of all share.
void addHeader(ZipWriter &to, const ZipEntry &entry)
{
    const auto size = static_cast<quint32>(entry.content.size());
    const bool isAscii
        = std::ranges::all_of(entry.path, [](char c) { return static_cast<quint8>(c) < 0x80; });
    to.two(versionNeeded).two(isAscii ? quint16{} : pathIsUtf8).two(0).two(0).two(firstDay);
    to.four(checkSum(entry.content)).four(size).four(size);
    to.two(static_cast<quint32>(entry.path.size())).two(0);
}

void addToList(ZipWriter &list, const ZipEntry &entry, quint32 offset)
{
    const bool isFolder = entry.path.endsWith('/');
    const quint32 mode = isFolder ? folderMode : static_cast<quint32>(entry.mode);
    list.four(0x0201'4b50).two(madeOnUnix);
    addHeader(list, entry);
    list.two(0).two(0).two(0).four((mode << 16U) | (isFolder ? 0x10U : 0U)).four(offset);
    list.bytes(entry.path);
}

bool isTooMuch(const QList<ZipEntry> &entries)
{
    qint64 bytes = 0;
    bool hasLongPath = false;
    for (const ZipEntry &entry : entries) {
        bytes += entry.content.size() + 2 * entry.path.size() + 128;
        hasLongPath = hasLongPath || entry.path.size() > longestPath;
    }
    return entries.size() > mostEntries || bytes > mostBytes || hasLongPath;
}

} // namespace

Result<QByteArray> storedZip(const QList<ZipEntry> &entries)
{
    if (isTooMuch(entries))
        return failure({.code = u"template.archive"_s,
                        .message = translated("These are more files, or larger ones, than a ZIP "
                                              "archive can hold."),
                        .hint = translated("Put fewer of them into it.")});
    ZipWriter archive;
    ZipWriter list;
    for (const ZipEntry &entry : entries) {
        const quint32 offset = archive.size();
        archive.four(0x0403'4b50);
        addHeader(archive, entry);
        archive.bytes(entry.path).bytes(entry.content);
        addToList(list, entry, offset);
    }
    const auto count = static_cast<quint32>(entries.size());
    const quint32 start = archive.size();
    archive.bytes(list.all()).four(0x0605'4b50).two(0).two(0).two(count).two(count);
    archive.four(list.size()).four(start).two(0);
    return archive.all();
}

} // namespace waymark
