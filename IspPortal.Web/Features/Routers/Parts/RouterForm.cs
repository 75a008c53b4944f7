using System.Globalization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Routers;

namespace IspPortal.Web.Features.Routers.Parts;

/// <summary>What the router form holds while somebody types. The rules are the service's; only what cannot be a number is refused here.</summary>
internal sealed class RouterForm
{
    private const int PlainPort = 8728;
    private const int TlsPort = 8729;

    public string Name { get; set; } = "";

    public string Host { get; set; } = "";

    public string Port { get; set; } = PlainPort.ToString(CultureInfo.InvariantCulture);

    public bool UseTls { get; set; }

    public string Username { get; set; } = "";

    public string Password { get; set; } = "";

    public string Site { get; set; } = "";

    public string Latitude { get; set; } = "";

    public string Longitude { get; set; } = "";

    public string Notes { get; set; } = "";

    public string CountersEverySeconds { get; set; } = "";

    public string SessionsEverySeconds { get; set; } = "";

    public string CapacityMegabits { get; set; } = "";

    public string CapacitySessions { get; set; } = "";

    public string Tags { get; set; } = "";

    public bool ForgetCertificate { get; set; }

    public string TwinRouterId { get; set; } = "";

    public PairMode TwinMode { get; set; } = PairMode.Standby;

    public static RouterForm Of(RouterDetails details) => new()
    {
        Name = details.Row.Name,
        Host = details.Row.Host,
        Port = details.Row.Port.ToString(CultureInfo.InvariantCulture),
        UseTls = details.Row.UseTls,
        Username = details.Username,
        Site = details.Row.Site ?? "",
        Latitude = details.Row.Latitude?.ToString(CultureInfo.InvariantCulture) ?? "",
        Longitude = details.Row.Longitude?.ToString(CultureInfo.InvariantCulture) ?? "",
        Notes = details.Notes ?? "",
        CountersEverySeconds = details.CountersEverySeconds?.ToString(CultureInfo.InvariantCulture) ?? "",
        SessionsEverySeconds = details.SessionsEverySeconds?.ToString(CultureInfo.InvariantCulture) ?? "",
        CapacityMegabits = details.CapacityMegabits?.ToString(CultureInfo.InvariantCulture) ?? "",
        CapacitySessions = details.CapacitySessions?.ToString(CultureInfo.InvariantCulture) ?? "",
        Tags = details.Row.Tags ?? "",
        TwinRouterId = details.TwinRouterId?.ToString() ?? "",
        TwinMode = details.TwinMode ?? PairMode.Standby,
    };

    /// <summary>Switches TLS; a port that still is the default of the other kind follows.</summary>
    public void SetTls(bool useTls)
    {
        UseTls = useTls;
        var (from, to) = useTls ? (PlainPort, TlsPort) : (TlsPort, PlainPort);
        if (Port.Trim() == from.ToString(CultureInfo.InvariantCulture))
        {
            Port = to.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The request, or the fields that are not numbers. An empty password keeps the stored one.</summary>
    public Result<SaveRouterRequest> Read()
    {
        var failures = new List<FieldError>();
        var port = Whole("port", Port, failures);
        var latitude = Degrees("latitude", Latitude, failures);
        var longitude = Degrees("longitude", Longitude, failures);
        var counters = Whole("countersEverySeconds", CountersEverySeconds, failures);
        var sessions = Whole("sessionsEverySeconds", SessionsEverySeconds, failures);
        var megabits = Whole("capacityMegabits", CapacityMegabits, failures);
        var capacity = Whole("capacitySessions", CapacitySessions, failures);
        if (port is null && string.IsNullOrWhiteSpace(Port))
        {
            failures.Add(new FieldError("port", "common.required"));
        }

        return failures.Count > 0
            ? Core.Common.CommonErrors.Invalid(failures)
            : new SaveRouterRequest(
                Name.Trim(), Host.Trim(), port!.Value, UseTls, Username.Trim(), Password.Length == 0 ? null : Password, Text(Site), latitude, longitude,
                Text(Notes), counters, sessions, ForgetCertificate)
            {
                CapacityMegabits = megabits,
                CapacitySessions = capacity,
                Tags = Text(Tags),
                TwinRouterId = Guid.TryParse(TwinRouterId, out var partner) ? partner : null,
                TwinMode = TwinMode,
            };
    }

    private static string? Text(string value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static int? Whole(string field, string text, List<FieldError> failures)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        failures.Add(new FieldError(field, "common.not_a_number"));
        return null;
    }

    // A comma as decimal sign is what an Indonesian types; degrees have no thousands to confuse it with.
    private static double? Degrees(string field, string text, List<FieldError> failures)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            return value;
        }

        failures.Add(new FieldError(field, "common.not_a_number"));
        return null;
    }
}
