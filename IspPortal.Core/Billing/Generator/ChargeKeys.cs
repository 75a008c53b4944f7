using System.Globalization;

namespace IspPortal.Core.Billing.Generator;

/// <summary>Names what is billed so that nothing is billed twice. A name that was used and corrected since goes on with a number.</summary>
internal sealed class ChargeKeys(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>Whether it was billed.</summary>
    public bool Has(string key) => _taken.Contains(key);

    /// <summary>Takes a key that is billed once; false: it was.</summary>
    public bool Take(string key) => _taken.Add(key);

    /// <summary>The key of days of a stream.</summary>
    public string Next(string stream, DateOnly from) => Free(string.Create(CultureInfo.InvariantCulture, $"{stream}:{from:yyyy-MM-dd}"), 1);

    /// <summary>The key of a correction.</summary>
    public string Correction(string key) => Free("correction:" + key, 1);

    private string Free(string key, int number)
    {
        while (true)
        {
            var wanted = number == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}#{number}");
            if (_taken.Add(wanted))
            {
                return wanted;
            }

            number++;
        }
    }
}
