using System.Text;

namespace IspPortal.Infrastructure.Lab.Traffic;

/// <summary>Repeatable randomness: a number from a seed and an index, the same on every machine and run.</summary>
internal static class Noise
{
    /// <summary>Spreads a number over all 64 bits (the finaliser of SplitMix64).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }

    /// <summary>A number in [0, 1).</summary>
    public static double Unit(ulong seed, ulong index) => (Mix(seed ^ (index * 0x9E37_79B9_7F4A_7C15)) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A normally distributed number.</summary>
    public static double Normal(ulong seed, ulong index) =>
        Math.Sqrt(-2 * Math.Log(1 - Unit(seed, 2 * index))) * Math.Cos(2 * Math.PI * Unit(seed, (2 * index) + 1));

    /// <summary>A seed from a text.</summary>
    public static ulong SeedOf(string text, ulong salt = 0)
    {
        var hash = 14_695_981_039_346_656_037UL ^ salt;
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ b) * 1_099_511_628_211;
        }

        return Mix(hash);
    }
}
