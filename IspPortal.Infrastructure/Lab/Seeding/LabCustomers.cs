using System.Globalization;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Traffic;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>Who of the sample ISP is which customer: families share a phone, a boarding house has its tenants, companies have several lines. Ids are fixed.</summary>
internal static class LabCustomers
{
    private const ulong Seed = 0x4E4C_4401_2026;

    /// <summary>So many lines of companies in a row go to one customer.</summary>
    private const int LinesOfACompany = 3;

    /// <summary>So many of the companies have several lines; the others have one.</summary>
    private const int BranchedCompanies = 6;

    /// <summary>The fixed id of the customer that a line of this index began.</summary>
    public static Guid CustomerId(int index) => new(0x01890000, 0, 0x7000, [0x80, 0, 0, 0x0d, (byte)(index >> 24), (byte)(index >> 16), (byte)(index >> 8), (byte)index]);

    /// <summary>The fixed id of the billing account that pays for the line of this index; those of people without a line follow after the lines.</summary>
    public static Guid AccountId(int index) => new(0x01890000, 0, 0x7000, [0x80, 0, 0, 0x0e, (byte)(index >> 24), (byte)(index >> 16), (byte)(index >> 8), (byte)index]);

    /// <summary>Lines by their customer, in order: the first line of each gives it its id.</summary>
    public static IReadOnlyList<IReadOnlyList<SampleSubscriber>> Group(IEnumerable<SampleSubscriber> lines)
    {
        var groups = new List<IReadOnlyList<SampleSubscriber>>();
        var branches = new List<SampleSubscriber>();
        var branched = 0;
        foreach (var line in lines)
        {
            if (line.Company is null || branched >= BranchedCompanies)
            {
                groups.Add([line]);
                continue;
            }

            branches.Add(line);
            if (branches.Count == LinesOfACompany)
            {
                groups.Add([.. branches]);
                branches.Clear();
                branched++;
            }
        }

        groups.AddRange(branches.Select(line => (IReadOnlyList<SampleSubscriber>)[line]));
        return groups;
    }

    /// <summary>A family has one phone: every ninth customer uses the phone of the one before.</summary>
    public static bool SharesPhone(int position) => position % 9 == 8;

    /// <summary>Some did not pay for the next month: their line is isolated. Only where one line is all they have.</summary>
    public static bool Owes(IReadOnlyList<SampleSubscriber> lines, int position) => position % 41 == 17 && lines is [{ Kind: AccessKind.Pppoe, Plan.IsBusiness: false }];

    /// <summary>Sixteen digits that look like those of a card and belong to nobody: region 00 does not exist.</summary>
    public static string IdentityNumberOf(int position) =>
        string.Create(CultureInfo.InvariantCulture, $"00{(int)(Noise.Unit(Seed, (ulong)position) * 10_000):0000}{BirthOf(position):ddMMyy}{position % 10_000:0000}");

    public static DateOnly BirthOf(int position) => new DateOnly(1955, 1, 1).AddDays((int)(Noise.Unit(Seed + 1, (ulong)position) * 18_000));

    public static IEnumerable<string> TagsOf(SampleSubscriber line, int position)
    {
        if (line.Plan.Code == "KOS-5")
        {
            yield return "kos-kosan";
        }

        if (line.Company is not null)
        {
            yield return "korporat";
        }

        if (position % 25 == 3)
        {
            yield return "vip";
        }
    }
}
