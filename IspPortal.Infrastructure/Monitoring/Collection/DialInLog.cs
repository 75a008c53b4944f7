using System.Text.RegularExpressions;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>
/// Which device was refused. RouterOS names the device in one line of its log (<c>PPPoE connection established from …</c>) and the refusal, or the success, in a later one without it: they are
/// matched in their order, the first device that still waits for its answer being the one that is answered.
/// </summary>
internal sealed partial class DialInLog
{
    /// <summary>Topics of the line that names the device.</summary>
    public const string Established = "pppoe,info";

    /// <summary>Topics of a refusal.</summary>
    public const string Refused = "pppoe,ppp,error";

    /// <summary>Topics of a success.</summary>
    public const string SignedIn = "pppoe,ppp,info,account";

    /// <summary>One that got no answer by then went away by itself.</summary>
    private const int MostWaiting = 64;

    /// <summary>Whoever makes up an address for each try does not fill the store.</summary>
    private const int MostDevices = 200;

    /// <summary>For so many reads a device that is quiet again is told with none, so that a rule sees it being quiet.</summary>
    private const int ReadsOfQuiet = 20;

    private readonly List<string> _waiting = [];
    private readonly Dictionary<string, (int Failures, int Read)> _devices = new(StringComparer.Ordinal);

    /// <summary>Takes the next line; gives whether it is a refusal, of a known device or not.</summary>
    public bool Take(string topics, string message, int read)
    {
        if (topics == Established)
        {
            if (Device().Match(message) is { Success: true } device)
            {
                _waiting.Add(device.Groups["mac"].Value.ToUpperInvariant());
                if (_waiting.Count > MostWaiting)
                {
                    _waiting.RemoveAt(0);
                }
            }

            return false;
        }

        if (topics == SignedIn)
        {
            TakeSuccess(message);
            return false;
        }

        if (topics != Refused || !message.Contains("authentication failed", StringComparison.Ordinal))
        {
            return false;
        }

        if (_waiting is [var mac, ..])
        {
            _waiting.RemoveAt(0);
            if (_devices.Count < MostDevices || _devices.ContainsKey(mac))
            {
                _devices[mac] = (_devices.GetValueOrDefault(mac).Failures + 1, read);
            }
        }

        return true;
    }

    // 7.x names the device in this line again.
    private void TakeSuccess(string message)
    {
        if (!message.Contains(" logged in", StringComparison.Ordinal))
        {
            return;
        }

        if (Caller().Match(message) is { Success: true } caller)
        {
            _waiting.Remove(caller.Groups["mac"].Value.ToUpperInvariant());
        }
        else if (_waiting.Count > 0)
        {
            _waiting.RemoveAt(0);
        }
    }

    /// <summary>Of each device that was refused lately how often it was since the read before.</summary>
    public IReadOnlyList<(string MacAddress, int Failures)> Tell(int read)
    {
        var told = new List<(string, int)>(_devices.Count);
        foreach (var (mac, (failures, last)) in _devices.ToList())
        {
            told.Add((mac, failures));
            if (read - last >= ReadsOfQuiet)
            {
                _devices.Remove(mac);
            }
            else
            {
                _devices[mac] = (0, last);
            }
        }

        return told;
    }

    /// <summary>The router started anew: nobody waits for an answer of before.</summary>
    public void Forget() => _waiting.Clear();

    [GeneratedRegex("^PPPoE connection established from (?<mac>[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Device();

    [GeneratedRegex(" from (?<mac>[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Caller();
}
