using System.ComponentModel;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Customers.Api;

/// <summary>/api/v1/customers</summary>
internal static class CustomerEndpoints
{
    private static readonly string[] Sorts = ["name", "number", "registered", "city", "updated"];

    public static void MapCustomers(this IEndpointRouteBuilder api)
    {
        var customers = api.MapGroup("/customers").WithTags("Customers");

        customers.MapGet("/", ListAsync).WithName("listCustomers").Needs(CustomersPermissions.CustomersRead)
            .WithSummary("List customers")
            .WithDescription("Search finds parts of number, name, company, phone, e-mail, contacts and account numbers. Sorts: name, number, registered, city, updated.")
            .AnswersPage<CustomerRow>();

        customers.MapPost("/duplicates", DuplicatesAsync).WithName("findDuplicateCustomers").Needs(CustomersPermissions.CustomersRead)
            .WithSummary("Find customers that may be the same as one that is being typed")
            .WithDescription("By phone, identity number, tax number and the sound of the name, judged by the address; the surest first, at most 10. Writes nothing.")
            .Produces<IReadOnlyList<PossibleDuplicate>>().Fails(StatusCodes.Status400BadRequest);

        customers.MapGet("/{id}", GetAsync).WithName("getCustomer").Needs(CustomersPermissions.CustomersRead)
            .WithSummary("One customer with contacts, accounts and notes")
            .WithDescription("Identity and tax number are masked.")
            .Produces<CustomerDetails>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

        customers.MapPost("/", AddAsync).WithName("addCustomer").Needs(CustomersPermissions.CustomersWrite)
            .WithSummary("Add a customer with its default billing account")
            .WithDescription("Give an id of your own choice: the same one twice gives the customer that is there.")
            .Produces<CustomerDetails>(StatusCodes.Status201Created).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        customers.MapPut("/{id}", UpdateAsync).WithName("updateCustomer").Needs(CustomersPermissions.CustomersWrite)
            .WithSummary("Change a customer")
            .Produces<CustomerDetails>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        customers.MapDelete("/{id}", RemoveAsync).WithName("removeCustomer").Needs(CustomersPermissions.CustomersWrite)
            .WithSummary("Remove a customer without running lines")
            .WithDescription("It can be restored.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        customers.MapPost("/{id}/restore", RestoreAsync).WithName("restoreCustomer").Needs(CustomersPermissions.CustomersWrite)
            .WithSummary("Bring a removed customer back")
            .Produces<CustomerDetails>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        customers.MapPost("/{id}/notes", AddNoteAsync).WithName("addCustomerNote").Needs(CustomersPermissions.CustomersWrite)
            .WithSummary("Add a note")
            .Produces<CustomerDetails>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        api.MapCustomerActions();
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only customers of this status.")] EnumWord<CustomerStatus>? status,
        [FromQuery, Description("Only customers of this kind.")] EnumWord<CustomerKind>? kind,
        [FromQuery, Description("Only customers in this city, whatever the case.")] string? city,
        [FromQuery, Description("Only customers with this tag.")] string? tag,
        [FromQuery, Description("True: only removed ones.")] bool? removed,
        ICustomerDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var wantedStatus = status.Read("status");
        var wantedKind = kind.Read("kind");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wantedStatus.Succeeded ? ApiResults.Problem(wantedStatus.Error)
            : !wantedKind.Succeeded ? ApiResults.Problem(wantedKind.Error)
            : ApiResults.Page(
                await directory.ListAsync(new CustomerFilter(wantedStatus.Value, wantedKind.Value, city, tag, removed == true), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> DuplicatesAsync(DuplicateProbe body, ICustomerDirectory directory, CancellationToken cancellationToken) =>
        ApiResults.Ok(await directory.FindDuplicatesAsync(body, cancellationToken), static found => found);

    private static async Task<IResult> GetAsync(Guid id, ICustomerDirectory directory, CancellationToken cancellationToken) =>
        ApiResults.Ok(await directory.GetAsync(id, cancellationToken), static customer => customer);

    private static async Task<IResult> AddAsync(SaveCustomerBody body, ICustomerEditor editor, ICustomerDirectory directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        var added = await editor.AddAsync(body.Id ?? Ids.New(clock), body.ToRequest(), cancellationToken);
        if (!added.Succeeded)
        {
            return ApiResults.Problem(added.Error);
        }

        var details = await directory.GetAsync(added.Value, cancellationToken);
        return details.Succeeded ? TypedResults.Created($"/api/v1/customers/{added.Value}", details.Value) : ApiResults.Problem(details.Error);
    }

    private static async Task<IResult> UpdateAsync(Guid id, SaveCustomerBody body, ICustomerEditor editor, ICustomerDirectory directory, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var saved = await editor.UpdateAsync(id, version, body.ToRequest(), cancellationToken);
        return saved.Succeeded ? await GetAsync(id, directory, cancellationToken) : ApiResults.Problem(saved.Error);
    }

    private static async Task<IResult> RemoveAsync(Guid id, [FromQuery, Description("Why, up to 500 characters; required.")] string? reason, ICustomerEditor editor, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await editor.RemoveAsync(id, reason ?? "", cancellationToken));

    private static async Task<IResult> RestoreAsync(Guid id, ICustomerEditor editor, ICustomerDirectory directory, CancellationToken cancellationToken)
    {
        var restored = await editor.RestoreAsync(id, cancellationToken);
        return restored.Succeeded ? await GetAsync(id, directory, cancellationToken) : ApiResults.Problem(restored.Error);
    }

    private static async Task<IResult> AddNoteAsync(Guid id, CustomerNoteBody body, ICustomerEditor editor, ICustomerDirectory directory, CancellationToken cancellationToken)
    {
        var added = await editor.AddNoteAsync(id, body.Text ?? "", cancellationToken);
        return added.Succeeded ? await GetAsync(id, directory, cancellationToken) : ApiResults.Problem(added.Error);
    }
}
