using System.Linq.Expressions;
using System.Text;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>
/// Search by part over <see cref="CustomerSearchEntry"/>: trigrams on SQLite (FTS5, kept by triggers) and PostgreSQL (pg_trgm); SQL Server reads the narrow table. Words of one or two letters
/// stand in no trigram but those of a word's beginning: they are found there, and nowhere else.
/// </summary>
internal static class TextSearch
{
    /// <summary>Ctrl+K shows a dozen hits: of a text that stands in more entries than this any of them will do.</summary>
    public const int MostForAPalette = 1_000;

    private const int ShortestPart = 3;
    private static readonly char[] Dividers = ['-', '(', ')'];

    /// <summary>The customers in one of whose entries every word of <paramref name="text"/> stands; null when there is nothing to search for.</summary>
    public static IQueryable<Guid>? CustomersWith(this PortalDbContext context, string? text) => context.SearchEntriesWith(text)?.Select(entry => entry.CustomerId);

    /// <summary>The entries in which every word of <paramref name="text"/> stands, by the index of parts, or any <paramref name="most"/> of them; null when there is nothing to search for.</summary>
    public static IQueryable<CustomerSearchEntry>? SearchEntriesWith(this PortalDbContext context, string? text, int? most = null)
    {
        var words = WordsOf(text);
        if (words.Length == 0)
        {
            return null;
        }

        if (context.Provider != StorageProvider.Sqlite)
        {
            return most is { } taken ? AnyHolding(context, words, taken) : Holding(context, words);
        }

        var rows = RowsWith(context, words, most);
        return context.Set<CustomerSearchEntry>().AsNoTracking().Where(entry => rows.Contains(entry.Serial));
    }

    /// <summary>In how many entries every word of <paramref name="text"/>, which is not blank, stands; counted no further than to <paramref name="most"/>.</summary>
    public static Task<int> CountSearchEntriesAsync(this PortalDbContext context, string text, int most, CancellationToken cancellationToken) => context.Provider == StorageProvider.Sqlite
        ? RowsWith(context, WordsOf(text), most).CountAsync(cancellationToken)
        : AnyHolding(context, WordsOf(text), most).CountAsync(cancellationToken);

    /// <summary>The same entries by reading their keys: for asking row by row whether one of a row's few entries is among them.</summary>
    public static IQueryable<CustomerSearchEntry> SearchEntriesHolding(this PortalDbContext context, string? text) => Holding(context, WordsOf(text));

    private static IQueryable<long> RowsWith(PortalDbContext context, string[] words, int? most)
    {
        var match = string.Join(" AND ", words.Select(word => $"\"{PartOf(word).Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        // A negative limit is none.
        return context.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM customer_search_text WHERE customer_search_text MATCH {match} LIMIT {most ?? -1}");
    }

    private static string[] WordsOf(string? text) => [.. SearchKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(DigitsApart)];

    // 0812-3456-7890 and (0361) 888 are phones, which are kept without such signs; a code has letters before its dashes.
    private static IEnumerable<string> DigitsApart(string word) =>
        word.Any(char.IsLetter) || word.Split(Dividers, StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } parts ? [word] : parts;

    private static IQueryable<CustomerSearchEntry> Holding(PortalDbContext context, string[] words) =>
        words.Aggregate(context.Set<CustomerSearchEntry>().AsNoTracking(), static (narrowed, word) => narrowed.Where(Holds(word)));

    // Whichever come first: a constant is no order to PostgreSQL and SQL Server, which stop as soon as they have enough. By key they would sort all, or read the table in its order.
    private static IQueryable<CustomerSearchEntry> AnyHolding(PortalDbContext context, string[] words, int most) => Holding(context, words).OrderBy(_ => 1).Take(most);

    private static Expression<Func<CustomerSearchEntry, bool>> Holds(string word)
    {
        if (LengthOf(word) >= ShortestPart)
        {
            return entry => entry.Key.Contains(word);
        }

        var begins = " " + word;
        return entry => entry.Key.StartsWith(word) || entry.Key.Contains(begins);
    }

    /// <summary>FTS5 knows the keys with two spaces before every word.</summary>
    private static string PartOf(string word) => word.PadLeft(word.Length + Math.Max(0, ShortestPart - LengthOf(word)));

    /// <summary>As databases count: an emoji is one letter.</summary>
    private static int LengthOf(string word) => word.EnumerateRunes().Count();
}
