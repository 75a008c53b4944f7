using IspPortal.Core.Common.People;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Imports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Imports;

/// <summary>Fetches by index whoever shares a code, an identity number, a phone or the sound of a name with rows of a file, some hundred rows at a time.</summary>
internal sealed class CustomerImportCandidates(BlindIndex blind)
{
    // A name of thousands: fetched for every row it would be the whole town. Phone and card tell its bearers apart.
    private const int MostOfASound = 200;

    public string? HashOf(CustomerImportDraft draft) => blind.Of(DuplicateFinder.IdentityPurpose, draft.Request.IdentityNumber);

    /// <summary>Those that one of the rows surely is: same code, same card, same phone.</summary>
    public async Task<List<DuplicateCandidate>> FindAsync(PortalDbContext context, IReadOnlyCollection<CustomerImportDraft> drafts, CancellationToken cancellationToken)
    {
        var customers = context.Set<Customer>().AsNoTracking();
        var codes = TextsOf(drafts, draft => draft.Request.ExternalCode);
        var hashes = TextsOf(drafts, HashOf);
        var phones = TextsOf(drafts, draft => draft.Request.Phone);
        var found = new List<DuplicateCandidate>();
        await AddAsync(context, found, codes.Count == 0 ? null : customers.Where(c => codes.Contains(c.ExternalCode!)), cancellationToken);
        await AddAsync(context, found, hashes.Count == 0 ? null : customers.Where(c => c.RemovedAtUtc == null && hashes.Contains(c.IdentityHash!)), cancellationToken);
        await AddAsync(context, found, phones.Count == 0 ? null : customers.Where(c => c.RemovedAtUtc == null && phones.Contains(c.Phone!)), cancellationToken);
        return found;
    }

    /// <summary>And those that a row may be: a contact's phone, a name that sounds alike.</summary>
    public async Task<List<DuplicateCandidate>> FindAllAsync(PortalDbContext context, IReadOnlyCollection<CustomerImportDraft> drafts, CancellationToken cancellationToken)
    {
        var found = await FindAsync(context, drafts, cancellationToken);
        var customers = context.Set<Customer>().AsNoTracking().Where(c => c.RemovedAtUtc == null);
        var phones = TextsOf(drafts, draft => draft.Request.Phone);
        if (phones.Count > 0)
        {
            var contacts = context.Set<CustomerContact>().Where(c => phones.Contains(c.Phone!)).Select(c => c.CustomerId);
            await AddAsync(context, found, customers.Where(c => contacts.Contains(c.Id)), cancellationToken);
        }

        var sounds = TextsOf(drafts.Where(draft => draft.Request.Street is not null), draft => NameSound.Of(draft.Request.CompanyName ?? draft.Request.Name)).FindAll(sound => sound.Contains(' ', StringComparison.Ordinal));
        if (sounds.Count > 0)
        {
            var few = await customers.Where(c => sounds.Contains(c.NameSound)).GroupBy(c => c.NameSound).Where(g => g.Count() <= MostOfASound).Select(g => g.Key).ToListAsync(cancellationToken);
            await AddAsync(context, found, few.Count == 0 ? null : customers.Where(c => few.Contains(c.NameSound) && c.Street != null), cancellationToken);
        }

        return found;
    }

    private static List<string> TextsOf(IEnumerable<CustomerImportDraft> drafts, Func<CustomerImportDraft, string?> textOf) =>
        [.. drafts.Select(textOf).OfType<string>().Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];

    private static async Task AddAsync(PortalDbContext context, List<DuplicateCandidate> found, IQueryable<Customer>? customers, CancellationToken cancellationToken)
    {
        if (customers is not null)
        {
            found.AddRange(await DuplicateFinder.CandidatesOf(context, customers).ToListAsync(cancellationToken));
        }
    }
}
