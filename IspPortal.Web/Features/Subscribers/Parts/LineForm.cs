using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;

namespace IspPortal.Web.Features.Subscribers.Parts;

/// <summary>What the line's form holds while somebody types. The rules are the service's.</summary>
internal sealed class LineForm
{
    public const string Leave = "leave";
    public const string None = "none";
    public const string Value = "value";

    public AccessService Service { get; set; } = AccessService.Pppoe;

    public string RouterId { get; set; } = "";

    public string TwinRouterId { get; set; } = "";

    public string Username { get; set; } = "";

    public string Password { get; set; } = "";

    public string Profile { get; set; } = "";

    public string ThrottledProfile { get; set; } = "";

    public string RateLimit { get; set; } = "";

    public string AddressChoice { get; set; } = Leave;

    public string Address { get; set; } = "";

    public string CallerChoice { get; set; } = Leave;

    public string CallerId { get; set; } = "";

    public string Note { get; set; } = "";

    public bool MayAdopt { get; set; }

    /// <summary>A line that does not exist yet, perhaps with a router and a fixed address that somebody chose elsewhere.</summary>
    public static LineForm New(Guid? routerId, string? address, IEnumerable<RouterRow> routers)
    {
        var form = new LineForm { AddressChoice = string.IsNullOrWhiteSpace(address) ? Leave : Value, Address = address?.Trim() ?? "" };
        if (routerId is { } id)
        {
            form.ChooseRouter(id.ToString(), routers);
        }

        return form;
    }

    public static LineForm Of(OwnedAccess line) => new()
    {
        Service = line.Service,
        RouterId = line.Primary.RouterId.ToString(),
        TwinRouterId = line.Twin?.RouterId.ToString() ?? "",
        Username = line.Username,
        Profile = line.Profile ?? "",
        ThrottledProfile = line.ThrottledProfile ?? "",
        RateLimit = line.RateLimit ?? "",
        AddressChoice = ChoiceOf(line.FixedAddress),
        Address = line.FixedAddress ?? "",
        CallerChoice = ChoiceOf(line.CallerId),
        CallerId = line.CallerId ?? "",
        Note = line.Note ?? "",
        MayAdopt = line.Primary.MayAdopt,
    };

    /// <summary>Taking over changes nothing that is there: only its profile is the portal's from then on.</summary>
    public static LineForm TakingOver(AccessRow seen) => new()
    {
        Service = seen.Service,
        RouterId = seen.RouterId.ToString(),
        Username = seen.Username,
        Profile = seen.Profile ?? "",
        MayAdopt = true,
    };

    /// <summary>The request; an empty password is none at all.</summary>
    public Result<SaveAccessRequest> Read()
    {
        if (!Guid.TryParse(RouterId, out var routerId))
        {
            return Core.Common.CommonErrors.Invalid([new FieldError("routerId", "common.required")]);
        }

        return new SaveAccessRequest(
            routerId,
            Service,
            Username.Trim(),
            Password.Length == 0 ? null : Password,
            OrNull(Profile),
            OrNull(RateLimit),
            Service == AccessService.Static ? Address.Trim() : Chosen(AddressChoice, Address),
            Chosen(CallerChoice, CallerId),
            OrNull(Note),
            Guid.TryParse(TwinRouterId, out var twin) ? twin : null,
            OrNull(ThrottledProfile),
            MayAdopt)
        {
            // The form says itself whether there is a partner: what is not chosen is not wanted.
            WithoutTwin = true,
        };
    }

    /// <summary>Another router is chosen; for a new line its partner is chosen with it.</summary>
    public void ChooseRouter(string routerId, IEnumerable<RouterRow> routers)
    {
        RouterId = routerId;
        TwinRouterId = routers.FirstOrDefault(router => router.Id.ToString() == routerId)?.TwinRouterId?.ToString() ?? "";
    }

    private static string ChoiceOf(string? value) => value switch { null => Leave, "" => None, _ => Value };

    private static string? Chosen(string choice, string value) => choice switch { Value => value.Trim(), None => "", _ => null };

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
