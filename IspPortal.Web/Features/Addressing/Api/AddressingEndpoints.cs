using System.ComponentModel;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Addressing;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Addressing.Api;

/// <summary>/api/v1/address-pools, /address-assignments and /address-conflicts</summary>
internal static class AddressingEndpoints
{
    private static readonly string[] PoolSorts = ["used", "name", "router", "size", "read"];
    private static readonly string[] AssignmentSorts = ["address", "username", "router"];
    private static readonly string[] ConflictSorts = ["firstSeen", "address", "kind"];

    public static void MapAddressing(this IEndpointRouteBuilder api)
    {
        var pools = api.MapGroup("/address-pools").WithTags("Addressing");

        pools.MapGet("/", ListPoolsAsync).WithName("listAddressPools").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List address pools of routers with their usage")
            .WithDescription("As last read (readAtUtc). A null figure is not known, never zero; isStale: the router could not be read since. Search looks at name, ranges and comment. Sorts: used, name, router, size, read.")
            .AnswersPage<AddressPoolRow>();

        pools.MapGet("/routers", ListRoutersAsync).WithName("listAddressRouters").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List when the addresses of each router were read")
            .AnswersPage<AddressRouterRow>();

        pools.MapPost("/read", ReadAsync).WithName("readAddresses").Needs(NetworkPermissions.RoutersOperate).NeedsIdempotencyKey()
            .WithSummary("Read a router's pools and fixed addresses now")
            .WithDescription("Writes nothing to it. 502 or 504 when it cannot be read; what was read before stays.")
            .Produces<PoolCountResource>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);

        pools.MapGet("/{id}/next-free", NextFreeAsync).WithName("nextFreeAddress").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("The lowest address of a pool that nothing known has")
            .Produces<FreeAddress>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        var assignments = api.MapGroup("/address-assignments").WithTags("Addressing");

        assignments.MapGet("/", ListAssignmentsAsync).WithName("listAddressAssignments").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List fixed addresses, of the portal's lines and as read from routers")
            .WithDescription("Search takes a part of the username, the beginning of an address, a net or a range. Sorts: address, username, router.")
            .AnswersPage<AddressAssignmentRow>();

        assignments.MapPost("/", AssignAsync).WithName("assignAddress").Needs(NetworkPermissions.AccessesWrite).NeedsIdempotencyKey()
            .WithSummary("Give the lowest free address of a range to an owned line")
            .WithDescription("An address belongs to one line. Nothing changes on a router until a plan is applied.")
            .Produces<FreeAddress>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        var conflicts = api.MapGroup("/address-conflicts").WithTags("Addressing");

        conflicts.MapGet("/", ListConflictsAsync).WithName("listAddressConflicts").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List where addresses get in each other's way")
            .WithDescription("Search looks at the address and the names. Sorts: firstSeen, address, kind.")
            .AnswersPage<AddressConflictRow>();

        conflicts.MapPost("/{id}/intend", IntendAsync).WithName("intendAddressConflict").Needs(NetworkPermissions.AccessesWrite)
            .WithSummary("Say that a conflict is meant so")
            .WithDescription("It holds until somebody else has part in the conflict.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        conflicts.MapPost("/{id}/reopen", ReopenAsync).WithName("reopenAddressConflict").Needs(NetworkPermissions.AccessesWrite)
            .WithSummary("Say that a conflict is not meant so")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListPoolsAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only pools of this router.")] Guid? routerId,
        [FromQuery, Description("True: only those above the threshold; false: only others.")] bool? nearlyFull,
        [FromQuery, Description("Only pools that hold this.")] EnumWord<PoolFamily>? family,
        IAddressing addressing,
        CancellationToken cancellationToken)
    {
        var page = list.Read(PoolSorts);
        var wanted = family.Read("family");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wanted.Succeeded ? ApiResults.Problem(wanted.Error)
            : ApiResults.Page(await addressing.ListPoolsAsync(new AddressPoolFilter(routerId, nearlyFull, wanted.Value), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> ListRoutersAsync([AsParameters] ListParameters list, IAddressing addressing, CancellationToken cancellationToken)
    {
        var page = list.Read();
        return page.Succeeded
            ? ApiResults.Ok(await addressing.ListRoutersAsync(cancellationToken), rows => ApiPage.Cut(rows, page.Value, static row => row.RouterName, static row => row))
            : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> ReadAsync(ReadAddressesBody body, IAddressing addressing, CancellationToken cancellationToken) => body.RouterId is { } routerId
        ? ApiResults.Ok(await addressing.ReadAsync(routerId, cancellationToken), static pools => new PoolCountResource(pools))
        : ApiResults.Problem(ApiErrors.Field("routerId", "common.required"));

    private static async Task<IResult> NextFreeAsync(Guid id, IAddressAssigner assigner, CancellationToken cancellationToken) =>
        ApiResults.Ok(await assigner.FindFreeInPoolAsync(id, cancellationToken), static free => free);

    private static async Task<IResult> ListAssignmentsAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only on this router.")] Guid? routerId,
        [FromQuery, Description("Only those in this pool of their router.")] Guid? poolId,
        [FromQuery, Description("True: only of lines that the portal manages; false: only others.")] bool? owned,
        [FromQuery, Description("True: only of lines with an open session; false: only others.")] bool? live,
        IAddressing addressing,
        CancellationToken cancellationToken)
    {
        var page = list.Read(AssignmentSorts);
        return page.Succeeded
            ? ApiResults.Page(await addressing.ListAssignmentsAsync(new AddressAssignmentFilter(routerId, poolId, owned, live), page.Value, cancellationToken), static row => row)
            : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> AssignAsync(AssignAddressBody body, IAddressAssigner assigner, CancellationToken cancellationToken) => body.AccessId is { } accessId
        ? ApiResults.Ok(await assigner.AssignAsync(accessId, body.Range ?? "", cancellationToken), static free => free)
        : ApiResults.Problem(ApiErrors.Field("accessId", "common.required"));

    private static async Task<IResult> ListConflictsAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only conflicts of this kind.")] EnumWord<AddressConflictKind>? kind,
        [FromQuery, Description("Only conflicts that stand so.")] EnumWord<AddressConflictState>? state,
        [FromQuery, Description("Only those that this router has part in.")] Guid? routerId,
        [FromQuery, Description("Only those that this line has part in.")] Guid? accessId,
        IAddressing addressing,
        CancellationToken cancellationToken)
    {
        var (page, wanted, stands) = (list.Read(ConflictSorts), kind.Read("kind"), state.Read("state"));
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wanted.Succeeded ? ApiResults.Problem(wanted.Error)
            : !stands.Succeeded ? ApiResults.Problem(stands.Error)
            : ApiResults.Page(await addressing.ListConflictsAsync(new AddressConflictFilter(wanted.Value, stands.Value, routerId, accessId), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> IntendAsync(Guid id, IntendedBody body, IAddressing addressing, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await addressing.MarkIntendedAsync(id, body.Reason ?? "", cancellationToken));

    private static async Task<IResult> ReopenAsync(Guid id, IAddressing addressing, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await addressing.MarkOpenAsync(id, cancellationToken));
}
