using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;

namespace IspPortal.Core.Network.Imports;

/// <summary>Decides what importing would make of everything found on one router. Pure: nothing is read or written here.</summary>
public static class LineJudge
{
    /// <summary>One judgement for each line, in the same order.</summary>
    /// <param name="lines">What was found.</param>
    /// <param name="customers">The customers of the file; empty without one.</param>
    /// <param name="known">What the portal knows already.</param>
    public static IReadOnlyList<JudgedLine> Judge(IReadOnlyList<FoundLine> lines, IReadOnlyList<CustomerRow> customers, KnownLines known)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(known);
        var index = new CustomerIndex(customers);
        var pools = new AddressRanges<string>(
            from pool in known.Pools
            from text in pool.Ranges.Split(',')
            let range = AddressRange.TryParse(text, out var parsed) ? parsed : (AddressRange?)null
            where range is not null
            select (range.Value, pool.Pool));
        var accounts = lines.Where(l => l.Kind is not FoundKind.Profile).ToList();
        var names = accounts.CountBy(l => (l.Service, l.Name)).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
        var addresses = accounts.Where(l => l.FixedAddress is { Length: > 0 }).GroupBy(l => l.FixedAddress!, StringComparer.Ordinal)
            .Where(g => g.Count() > 1).ToDictionary(g => g.Key, g => g.Select(l => l.Name).ToList(), StringComparer.Ordinal);
        var judged = lines.Select(line =>
            line.Kind == FoundKind.Profile ? JudgeProfile(line, known)
            : RefusalOf(line, known, names, addresses) ?? Match(line, index, known, pools)).ToList();

        // A customer whom a phone or a name gave to several lines may have several, or two may share a phone: a person decides.
        var shared = judged.Where(j => j is { Customer: not null, MatchedBy: not MatchedBy.Username }).CountBy(j => j.Customer!).Where(c => c.Value > 1).Select(c => c.Key).ToHashSet();
        for (var i = 0; i < judged.Count; i++)
        {
            if (judged[i] is { Verdict: ImportVerdict.Matched, Customer: { } customer, MatchedBy: not MatchedBy.Username } one && shared.Contains(customer))
            {
                judged[i] = one with { Verdict = ImportVerdict.Doubled, ProblemCode = "imports.customer_of_several", ProblemDetail = customer.Number ?? customer.Name };
            }
        }

        return judged;
    }

    private static JudgedLine JudgeProfile(FoundLine line, KnownLines known) =>
        known.ProfilesHere.Contains((line.Service, line.Name)) ? new(line, ImportVerdict.Owned, "imports.profile_kept") : new(line, ImportVerdict.Matched);

    private static JudgedLine? RefusalOf(FoundLine line, KnownLines known, HashSet<(AccessService Service, string Name)> names, Dictionary<string, List<string>> addresses)
    {
        var key = (line.Service, line.Name);
        if (known.OwnedHere.Contains(key))
        {
            return new(line, ImportVerdict.Owned, "imports.owned_already");
        }

        if (known.Unreadable.Contains(line.Name) || line.Name.Any(c => char.IsControl(c) || c == '\uFFFD'))
        {
            return new(line, ImportVerdict.Unreadable, "imports.name_unreadable");
        }

        if (line.Kind == FoundKind.Lease)
        {
            return new(line, ImportVerdict.Conflict, "imports.lease_without_queue", line.FixedAddress);
        }

        if (line.Tag is not null)
        {
            return new(line, ImportVerdict.Conflict, "imports.marked_already", line.Tag);
        }

        if (known.OwnedElsewhere.TryGetValue(key, out var router))
        {
            return new(line, ImportVerdict.Conflict, "imports.username_elsewhere", router);
        }

        if (names.Contains(key))
        {
            return new(line, ImportVerdict.Conflict, "imports.name_twice", line.Name);
        }

        return line.FixedAddress is { Length: > 0 } address && addresses.TryGetValue(address, out var holders)
            ? new(line, ImportVerdict.Conflict, "imports.address_twice", $"{address}: {string.Join(", ", holders.Where(h => h != line.Name).Distinct(StringComparer.Ordinal).Take(3))}")
            : null;
    }

    private static JudgedLine Match(FoundLine line, CustomerIndex index, KnownLines known, AddressRanges<string> pools)
    {
        var (rows, by) = index.Find(line);
        var pool = Ipv4.ToNumber(line.FixedAddress) is { } number && pools.Of(number) is [var first, ..] ? first : null;
        var judged = rows.Count switch
        {
            0 => new JudgedLine(line, ImportVerdict.Unmatched),
            1 => new JudgedLine(line, ImportVerdict.Matched, MatchedBy: by, Customer: rows[0]),
            _ => new JudgedLine(line, ImportVerdict.Doubled, "imports.several_customers", string.Join(", ", rows.Take(3).Select(r => r.Number ?? r.Name)), by),
        };

        // The isolir profile says that the line owes, not which plan it has.
        if (line.Profile == known.IsolirProfile && string.IsNullOrEmpty(judged.Customer?.Profile))
        {
            return judged with { Verdict = ImportVerdict.Conflict, ProblemCode = "imports.plan_unknown", ProblemDetail = line.Profile };
        }

        return judged.ProblemCode is null && pool is not null ? judged with { ProblemCode = "imports.address_in_pool", ProblemDetail = $"{line.FixedAddress}: {pool}" } : judged;
    }
}
