using IspPortal.Core.Common.People;
using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

/// <summary>Fetches by index whoever shares phone, identity or tax number or the sound of the name, and lets the matcher judge. The caller has checked the permission.</summary>
internal sealed class DuplicateFinder(IDbContextFactory<PortalDbContext> contexts, BlindIndex blind)
{
    /// <summary>The purpose under which identity and tax numbers are hashed: one, since a person's tax number is the identity number.</summary>
    public const string IdentityPurpose = "identity_number";

    private const int MostShown = 10;

    // A name of thousands in a big city: the address decides among the first ones, the phone finds the others.
    private const int MostCandidates = 200;

    /// <summary>What a text that is a whole identity or tax number is found by; null when it is neither.</summary>
    public string? NumberHashOf(string? text) => CustomerText.Digits(text) is { } digits && CustomerRules.AreDigits(digits, 15, 16) ? blind.Of(IdentityPurpose, digits) : null;

    public async Task<IReadOnlyList<PossibleDuplicate>> FindAsync(DuplicateProbe probe, CancellationToken cancellationToken)
    {
        var phone = PhoneNumber.ToE164(probe.Phone);
        var sound = NameSound.Of(probe.Name);
        var identity = blind.Of(IdentityPurpose, CustomerText.Digits(probe.IdentityNumber));
        var taxId = blind.Of(IdentityPurpose, CustomerText.Digits(probe.TaxId));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var candidates = new Dictionary<Guid, DuplicateCandidate>();
        var customers = context.Set<Customer>().AsNoTracking().Where(c => c.RemovedAtUtc == null && c.Id != (probe.Except ?? Guid.Empty));
        if (phone is not null)
        {
            await AddAsync(context, candidates, customers.Where(c => c.Phone == phone), cancellationToken);
            var contacts = context.Set<CustomerContact>().Where(c => c.Phone == phone).Select(c => c.CustomerId);
            await AddAsync(context, candidates, customers.Where(c => contacts.Contains(c.Id)), cancellationToken);
        }

        foreach (var number in ((string?[])[identity, taxId]).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            await AddAsync(context, candidates, customers.Where(c => c.IdentityHash == number || c.TaxIdHash == number), cancellationToken);
        }

        // One word sounds like half the town.
        if (sound.Contains(' ', StringComparison.Ordinal))
        {
            await AddAsync(context, candidates, customers.Where(c => c.NameSound == sound), cancellationToken);
        }

        return
        [
            .. candidates.Values
                .Select(candidate => (Candidate: candidate, Reasons: DuplicateMatcher.ReasonsFor(probe, phone, identity, taxId, candidate)))
                .Where(found => found.Reasons.Count > 0)
                .OrderBy(found => found.Reasons[0]).ThenByDescending(found => found.Reasons.Count).ThenBy(found => found.Candidate.Number, StringComparer.Ordinal)
                .Take(MostShown)
                .Select(found => new PossibleDuplicate(
                    found.Candidate.Id, found.Candidate.Number, found.Candidate.Name, found.Candidate.Phone, AddressOf(found.Candidate), found.Candidate.Status, found.Reasons)),
        ];
    }

    private static string? AddressOf(DuplicateCandidate candidate) =>
        string.Join(", ", ((string?[])[candidate.Street, candidate.City]).Where(part => part is not null)) is { Length: > 0 } address ? address : null;

    /// <summary>Those customers as the matcher judges them.</summary>
    internal static IQueryable<DuplicateCandidate> CandidatesOf(PortalDbContext context, IQueryable<Customer> customers) => customers.Select(c => new DuplicateCandidate(
        c.Id,
        c.Number,
        c.CompanyName ?? c.Name,
        c.NameSound,
        c.Phone,
        context.Set<CustomerContact>().Where(contact => contact.CustomerId == c.Id && contact.Phone != null).Select(contact => contact.Phone!).ToList(),
        c.IdentityHash,
        c.Street,
        c.City,
        c.Status)
    {
        ExternalCode = c.ExternalCode,
        TaxIdHash = c.TaxIdHash,
        IsRemoved = c.RemovedAtUtc != null,
    });

    private static async Task AddAsync(PortalDbContext context, Dictionary<Guid, DuplicateCandidate> candidates, IQueryable<Customer> customers, CancellationToken cancellationToken)
    {
        foreach (var candidate in await CandidatesOf(context, customers.OrderBy(c => c.Id).Take(MostCandidates)).ToListAsync(cancellationToken))
        {
            candidates[candidate.Id] = candidate;
        }
    }
}
