#include "models/jinja/knowntemplates.h"

#include "models/jinja/template.h"

#include <tuple>
#include <utility>

namespace waymark::jinja {

namespace {
constexpr int mostKnown = 200; // what is edited again and again leaves all its texts here
constexpr qsizetype longestKnown = 65'536; // bytes; beyond, compiling is not what takes the time
} // namespace

struct KnownTemplates::Entry
{
    QString name;
    QByteArray bytes;
    std::shared_ptr<const CompiledTemplate> compiled;
    Entry *next = nullptr;
    int count = 0; ///< With all behind it.
};

KnownTemplates::~KnownTemplates()
{
    for (Entry *entry = m_first.load(); entry;)
        delete std::exchange(entry, entry->next);
}

std::shared_ptr<const CompiledTemplate> KnownTemplates::find(const QString &name,
                                                             const QByteArray &bytes) const
{
    for (const Entry *entry = m_first.load(std::memory_order_acquire); entry; entry = entry->next) {
        if (entry->name == name && entry->bytes == bytes)
            return entry->compiled;
    }
    return nullptr;
}

void KnownTemplates::add(const QString &name, const QByteArray &bytes,
                         const std::shared_ptr<const CompiledTemplate> &compiled)
{
    if (bytes.size() > longestKnown)
        return;
    auto entry = std::make_unique<Entry>(Entry{name, bytes, compiled});
    entry->next = m_first.load(std::memory_order_acquire);
    do {
        entry->count = entry->next ? entry->next->count + 1 : 1;
        if (entry->count > mostKnown)
            return;
    } while (!m_first.compare_exchange_weak(entry->next, entry.get(), std::memory_order_acq_rel));
    std::ignore = entry.release(); // the list's now
}

} // namespace waymark::jinja
