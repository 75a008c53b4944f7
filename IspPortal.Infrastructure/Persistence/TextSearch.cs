using System.Linq.Expressions;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>
/// Search by part over <see cref="CustomerSearchEntry"/>: trigrams on SQLite (FTS5, kept by triggers) and PostgreSQL (pg_trgm); SQL Server reads the narrow table.
/// Words of fewer than three letters are in no trigram index and read the table too.
/// </summary>
internal static class TextSearch
{
    private const int ShortestIndexed = 3;

    /// <summary>The customers in one of whose entries every word of <paramref name="text"/> stands; null when there is nothing to search for.</summary>
    public static IQueryable<Guid>? CustomersWith(this PortalDbContext context, string? text) => context.SearchEntriesWith(text)?.Select(entry => entry.CustomerId);

    /// <summary>The entries in which every word of <paramref name="text"/> stands; null when there is nothing to search for.</summary>
    public static IQueryable<CustomerSearchEntry>? SearchEntriesWith(this PortalDbContext context, string? text)
    {
        var words = SearchKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return null;
        }

        var entries = context.Set<CustomerSearchEntry>().AsNoTracking();
        var indexed = context.Provider == StorageProvider.Sqlite ? words.Where(word => word.Length >= ShortestIndexed).ToList() : [];
        if (indexed.Count > 0)
        {
            var match = string.Join(" AND ", indexed.Select(word => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            var rows = context.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM customer_search_text WHERE customer_search_text MATCH {match}");
            entries = entries.Where(entry => rows.Contains(entry.Serial));
        }

        return words.Except(indexed, StringComparer.Ordinal).Aggregate(entries, static (narrowed, word) => narrowed.Where(Holds(word)));
    }

    private static Expression<Func<CustomerSearchEntry, bool>> Holds(string word) => entry => entry.Key.Contains(word);
}
