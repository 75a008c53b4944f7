using System.Globalization;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Traffic;

namespace IspPortal.Infrastructure.Lab.Sample;

/// <summary>The one list of people, plans, places and user names that the lab's routers and the portal's sample data share. The same on every machine.</summary>
internal sealed class SampleIsp
{
    /// <summary>Name of the company.</summary>
    public const string Name = "Nusa Lintas Data";

    private const ulong Seed = 0x4E4C_4400_2026;

    private const int HousesOfANeighbourhood = 12;

    private static readonly LabVersion[] Versions = [LabVersion.V724, LabVersion.V718, LabVersion.V712, LabVersion.V649];

    private readonly SampleProfile _profile;

    public SampleIsp(LabOptions options)
    {
        _profile = SampleProfile.Find(options.Profile);
        Routers = [.. Enumerable.Range(0, _profile.Routers).Select(i => RouterAt(i, options))];
    }

    public SampleProfile Profile => _profile;

    public IReadOnlyList<SampleRouter> Routers { get; }

    public IReadOnlyList<SamplePlan> Plans => SamplePlan.All;

    /// <summary>Every customer, made as they are asked for.</summary>
    public IEnumerable<SampleSubscriber> Subscribers => Routers.SelectMany(r => SubscribersOf(r.Index));

    public IEnumerable<SampleSubscriber> SubscribersOf(int routerIndex) =>
        SubscribersOf(routerIndex, _profile.SubscribersPerRouter, Routers[routerIndex].Site, Routers[routerIndex].Latitude, Routers[routerIndex].Longitude);

    /// <summary>Customers of one router, for rigs that choose their own number.</summary>
    public static IEnumerable<SampleSubscriber> SubscribersOf(int routerIndex, int count, SampleSite? site = null, double? latitude = null, double? longitude = null)
    {
        site ??= SampleSite.All[routerIndex % SampleSite.All.Count];
        for (var i = 0; i < count; i++)
        {
            yield return SubscriberAt((routerIndex * count) + i, routerIndex, i, site, latitude ?? site.Latitude, longitude ?? site.Longitude);
        }
    }

    private static SampleRouter RouterAt(int index, LabOptions options)
    {
        var site = SampleSite.All[index % SampleSite.All.Count];
        var round = index / SampleSite.All.Count;
        var version = index == 16 ? LabVersion.V642 : index == 17 ? LabVersion.V643 : Versions[index % Versions.Length];
        var (board, architecture) = version.Number switch
        {
            642 => ("RB1100AHx2", "powerpc"),
            643 => ("CCR1016-12G", "tile"),
            649 => ("CCR1036-8G-2S+", "tile"),
            712 => ("RB4011iGS+5HacQ2HnD", "arm"),
            718 => ("CCR2004-1G-12S+2XS", "arm64"),
            _ => ("CCR2116-12G-4S+", "arm64"),
        };

        // Second and later routers of a town stand up to some kilometres away.
        var spread = round == 0 ? 0 : 0.035;
        return new(
            index,
            round == 0 ? $"RTR-{site.Code}" : $"RTR-{site.Code}-{round + 1}",
            site,
            Math.Round(site.Latitude + (spread * ((2 * Noise.Unit(Seed, (ulong)index)) - 1)), 6),
            Math.Round(site.Longitude + (spread * ((2 * Noise.Unit(Seed + 1, (ulong)index)) - 1)), 6),
            version,
            board,
            architecture,
            options.Host,
            options.BasePort == 0 ? 0 : options.BasePort + index,
            options.BaseTlsPort == 0 ? 0 : options.BaseTlsPort + index);
    }

    private static SampleSubscriber SubscriberAt(int index, int routerIndex, int position, SampleSite site, double latitude, double longitude)
    {
        var seed = Noise.Mix(Seed + (ulong)index + ((ulong)routerIndex << 32));

        // Houses stand in neighbourhoods, as an ISP sells them street by street.
        var quarter = Noise.Mix(Seed + 7 + (ulong)(position / HousesOfANeighbourhood) + ((ulong)routerIndex << 32));
        string Pick(ReadOnlySpan<string> list, ulong salt) => list[(int)(Noise.Unit(seed, salt) * list.Length)];

        var plan = PickPlan(Noise.Unit(seed, 1));
        var given = Pick(SampleNames.Given, 2);
        var family = Pick(SampleNames.Family, 3);
        var phone = "+628" + Pick(["12", "13", "21", "22", "52", "57", "77", "78", "96", "95"], 4)
            + ((long)(10_000_000 + (Noise.Unit(seed, 5) * 89_999_999))).ToString(CultureInfo.InvariantCulture);
        var plain = $"{given}.{family}".ToLowerInvariant() + (100 + (index % 900)).ToString(CultureInfo.InvariantCulture) + (index >= 900 ? "-" + (index / 900) : "");
        var (username, latin1) = plan.Kind switch
        {
            AccessKind.Hotspot => (phone.Replace("+62", "0", StringComparison.Ordinal), false),
            AccessKind.Static => ($"{site.Code}-{position + 1:0000} {Pick(SampleNames.CompanyNames, 6)}", false),
            _ => Nasty(position, given.ToLowerInvariant(), routerIndex) ?? (plain + "@nld", false),
        };
        return new()
        {
            Index = index,
            RouterIndex = routerIndex,
            FullName = $"{given} {family}",
            Company = plan.IsBusiness ? $"{Pick(SampleNames.CompanyKinds, 8)} {Pick(SampleNames.CompanyNames, 6)} {site.Town}" : null,
            Phone = phone,
            Email = plain + "@contoh.test",
            Street = $"{Pick(SampleNames.Streets, 9)} No. {1 + (int)(Noise.Unit(seed, 10) * 140)} RT {1 + (int)(Noise.Unit(seed, 11) * 9):00}/RW {1 + (int)(Noise.Unit(seed, 12) * 14):00}",
            Town = site.Town,
            Latitude = Math.Round(latitude + (0.012 * Noise.Normal(quarter, 13)) + (0.0007 * Noise.Normal(seed, 13)), 6),
            Longitude = Math.Round(longitude + (0.012 * Noise.Normal(quarter, 14)) + (0.0007 * Noise.Normal(seed, 14)), 6),
            Plan = plan,
            InstalledOn = new DateOnly(2023, 1, 1).AddDays((int)(Noise.Unit(seed, 15) * 1_300)),
            Username = username,
            IsLatin1OnRouter = latin1,
            Password = Noise.Mix(seed + 16).ToString("x", CultureInfo.InvariantCulture)[..8],
            CallerId = Modem.MacOf(seed),
            FixedAddress = plan.Kind == AccessKind.Static
                ? $"103.{120 + (routerIndex / 64)}.{routerIndex % 64 * 4 + (position / 250)}.{2 + (position % 250)}"
                : plan.Kind == AccessKind.Pppoe && plan.IsBusiness && Noise.Unit(seed, 17) < 0.5
                    ? $"103.{140 + (routerIndex / 64)}.{routerIndex % 64 * 4 + (position / 250)}.{2 + (position % 250)}"
                    : null,
        };
    }

    /// <summary>User names that break careless software; real ISPs have all of them.</summary>
    private static (string Name, bool Latin1)? Nasty(int position, string given, int routerIndex) => position switch
    {
        3 => ($"rumah {given} {routerIndex}", false),
        7 => ($"<{given}-{routerIndex}>", false),
        11 => ($"id={given}={routerIndex}", false),
        15 => ($"kantor-désa-{routerIndex}-日本", false),
        19 => ($"café-{given}-{routerIndex}", true),
        23 => ($"{given},{routerIndex}/blok-C#2", false),
        27 => ($"\"{given}\"\\{routerIndex}", false),
        _ => null,
    };

    private static SamplePlan PickPlan(double unit)
    {
        var target = unit * SamplePlan.All.Sum(p => p.Weight);
        foreach (var plan in SamplePlan.All)
        {
            target -= plan.Weight;
            if (target < 0)
            {
                return plan;
            }
        }

        return SamplePlan.All[^1];
    }
}
