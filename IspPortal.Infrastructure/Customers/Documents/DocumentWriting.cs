using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Customers.Documents;

/// <summary>What every writer of documents does alike.</summary>
internal static class DocumentWriting
{
    public const int LongestFileName = 200;
    public const int LongestDescription = 500;

    private static readonly DateOnly EarliestLastDay = new(1990, 1, 1);
    private static readonly DateOnly LatestLastDay = new(2199, 12, 31);

    public static void AddDocumentHistory(this PortalDbContext context, TimeProvider clock, CustomerDocument document, DocumentHistoryKind kind, string? reason = null) =>
        context.Add(new DocumentHistoryEntry
        {
            Id = Ids.New(clock),
            DocumentId = document.Id,
            CustomerId = document.CustomerId,
            AtUtc = clock.UtcNow(),
            Kind = kind,
            DocumentKind = document.Kind,
            Reason = reason,
            ActorName = context.Actor.Name,
        });

    /// <summary>The last part of a name as any system writes paths, without what no name may hold; never empty.</summary>
    public static string CleanName(string? fileName, DocumentKind kind, DocumentFormat format)
    {
        var last = (fileName ?? "").Split('/', '\\')[^1];
        var shown = string.Concat(last.EnumerateRunes().Where(rune => !System.Text.Rune.IsControl(rune) && rune.Value is not ('"' or '<' or '>' or ':' or '|' or '?' or '*' or 0xFFFD))).Trim(' ', '.');
        if (shown.Length == 0)
        {
            return kind + format.Ending();
        }

        return shown.Length <= LongestFileName ? shown : string.Concat(Path.GetFileNameWithoutExtension(shown).EnumerateRunes().Take((LongestFileName / 2) - 8)) + format.Ending();
    }

    /// <summary>What is wrong with what a document is said to be.</summary>
    public static IEnumerable<FieldError> Judge(DocumentKind kind, DateOnly? expiresOn, string? description)
    {
        if (!Enum.IsDefined(kind))
        {
            yield return new FieldError("kind", "common.not_allowed");
        }

        if (expiresOn < EarliestLastDay || expiresOn > LatestLastDay)
        {
            yield return new FieldError("expiresOn", "documents.not_a_last_day");
        }

        if (description?.Length > LongestDescription)
        {
            yield return new FieldError("description", "common.too_long", LongestDescription);
        }

        foreach (var unreadable in PlainText.Refuse(description, "description")?.Fields ?? [])
        {
            yield return unreadable;
        }

        if (kind == DocumentKind.Other && CustomerText.OrNull(description) is null)
        {
            yield return new FieldError("description", "common.required");
        }
    }
}
