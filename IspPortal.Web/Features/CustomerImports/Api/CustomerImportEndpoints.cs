using System.ComponentModel;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Imports;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.CustomerImports.Api;

/// <summary>/api/v1/customer-imports</summary>
internal static class CustomerImportEndpoints
{
    private const int MostNumbers = 5000;

    /// <summary>The largest file, and room for the form around it.</summary>
    private const long MostBodyBytes = CustomerImportFile.MaxBytes + (1024 * 1024);

    private static readonly string[] NoSorts = [];

    public static void MapCustomerImports(this IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/customer-imports").WithTags("Customer imports");

        imports.MapGet("/", ListAsync).WithName("listCustomerImports").Needs(CustomersPermissions.CustomersImport)
            .WithSummary("List imports of customers, the newest first")
            .WithDescription("Search looks at the file's name and who uploaded it.")
            .AnswersPage<CustomerImportRow>();

        imports.MapPost("/", UploadAsync).WithName("uploadCustomerImport").Needs(CustomersPermissions.CustomersImport)
            .WithSummary("Upload a list of customers")
            .WithDescription("multipart/form-data with a CSV or XLSX in the field file. Its rows are kept encrypted; nothing is made. What is wrong with it is said at the field file.")
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBodyBytes))
            .Produces<CustomerImportDetails>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);

        imports.MapGet("/{id}", GetAsync).WithName("getCustomerImport").Needs(CustomersPermissions.CustomersImport)
            .WithSummary("Read how far an import is")
            .Produces<CustomerImportDetails>().Fails(StatusCodes.Status404NotFound);

        imports.MapGet("/{id}/columns", PreviewAsync).WithName("previewCustomerImport").Needs(CustomersPermissions.CustomersImport)
            .WithSummary("Sheets, headings and first rows of the file, and the mapping that is offered")
            .WithDescription("Offered is the mapping of the last import with the same headings, else what the headings suggest in English and Indonesian.")
            .Produces<CustomerImportPreview>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        imports.MapPut("/{id}/mapping", MapAsync).WithName("checkCustomerImport").Needs(CustomersPermissions.CustomersImport)
            .WithSummary("Say what the columns are, and have every row judged")
            .WithDescription("A dry run: every row gets the verdict new, possible, known or wrong by the rules of the customer's form. Makes nobody. version is required; without columns the offered ones are taken.")
            .Produces<CustomerImportDetails>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        imports.MapGet("/{id}/rows", ListRowsAsync).WithName("listCustomerImportRows").Needs(CustomersPermissions.CustomersImport)
            .WithSummary("List the rows as they were judged, in the file's order")
            .WithDescription("Search finds parts of name, phone and code.")
            .AnswersPage<CustomerImportLineRow>().Fails(StatusCodes.Status404NotFound);

        imports.MapPost("/{id}/choose", ChooseAsync).WithName("chooseCustomerImportRows").Needs(CustomersPermissions.CustomersImport)
            .WithSummary("Make possible doubles nevertheless, or leave them out")
            .Produces<ChosenRowsResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        imports.MapPost("/{id}/start", StartAsync).WithName("startCustomerImport").Needs(CustomersPermissions.CustomersImport).NeedsIdempotencyKey()
            .WithSummary("Make the chosen customers in the background, or go on after a stop")
            .WithDescription("version is required.")
            .Produces<CustomerImportDetails>().Fails(StatusCodes.Status404NotFound);

        imports.MapPost("/{id}/stop", StopAsync).WithName("stopCustomerImport").Needs(CustomersPermissions.CustomersImport).NeedsIdempotencyKey()
            .WithSummary("Stop an import; what was made stays")
            .Produces<CustomerImportDetails>().Fails(StatusCodes.Status404NotFound);

        imports.MapGet("/{id}/problems", ProblemsAsync).WithName("openCustomerImportProblems").Needs(CustomersPermissions.CustomersImport)
            .WithSummary("The rows that are left out, as CSV with a last column that says why")
            .WithDescription("In the language of the request. Texts that a spreadsheet would run as a formula are kept from it. Each download is in the audit. The file can be corrected and uploaded again.")
            .Produces<string>(contentType: "text/csv").Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        imports.MapDelete("/{id}", DiscardAsync).WithName("discardCustomerImport").Needs(CustomersPermissions.CustomersImport)
            .WithSummary("Delete the rows of an import that is neither running nor through")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, ICustomerImportDirectory imports, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await imports.ListAsync(page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> UploadAsync([FromForm] CustomerImportForm form, ICustomerImportDesk desk, ICustomerImportDirectory imports, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        if (form.File is { } file)
        {
            await file.CopyToAsync(content, cancellationToken);
        }

        var uploaded = await desk.UploadAsync(form.Id ?? Ids.New(clock), new CustomerImportFile(form.File?.FileName ?? "", content.ToArray()), cancellationToken);
        if (!uploaded.Succeeded)
        {
            return ApiResults.Problem(uploaded.Error);
        }

        var details = await imports.GetAsync(uploaded.Value, cancellationToken);
        return details.Succeeded ? TypedResults.Created($"/api/v1/customer-imports/{uploaded.Value}", details.Value) : ApiResults.Problem(details.Error);
    }

    private static async Task<IResult> GetAsync(Guid id, ICustomerImportDirectory imports, CancellationToken cancellationToken) =>
        ApiResults.Ok(await imports.GetAsync(id, cancellationToken), static details => details);

    private static async Task<IResult> PreviewAsync(Guid id, ICustomerImportDirectory imports, CancellationToken cancellationToken) =>
        ApiResults.Ok(await imports.PreviewAsync(id, cancellationToken), static preview => preview);

    private static async Task<IResult> MapAsync(Guid id, CustomerImportMappingBody body, ICustomerImportDesk desk, ICustomerImportDirectory imports, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var columns = body.Columns;
        if (columns is null)
        {
            var preview = await imports.PreviewAsync(id, cancellationToken);
            if (!preview.Succeeded)
            {
                return ApiResults.Problem(preview.Error);
            }

            columns = preview.Value.Offered.ElementAtOrDefault(body.Sheet)?.Columns ?? [];
        }

        return await AnswerAsync(id, await desk.CheckAsync(id, version, new CustomerImportMapping(body.Sheet, columns), cancellationToken), imports, cancellationToken);
    }

    private static async Task<IResult> ListRowsAsync(
        Guid id,
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only rows that were judged so.")] EnumWord<CustomerImportVerdict>? verdict,
        [FromQuery, Description("True: only rows that a customer was made of; false: only others.")] bool? made,
        ICustomerImportDirectory imports,
        CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        var wanted = verdict.Read("verdict");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wanted.Succeeded ? ApiResults.Problem(wanted.Error)
            : ApiResults.Page(await imports.ListLinesAsync(id, new CustomerImportLineFilter(wanted.Value, made), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> ChooseAsync(Guid id, ChooseCustomerImportBody body, ICustomerImportDesk desk, CancellationToken cancellationToken)
    {
        if (body.Chosen is not { } chosen)
        {
            return ApiResults.Problem(ApiErrors.Field("chosen", "common.required"));
        }

        return body.Numbers?.Count > MostNumbers
            ? ApiResults.Problem(ApiErrors.Field("numbers", "common.too_long", MostNumbers))
            : ApiResults.Ok(await desk.ChooseAsync(id, new CustomerImportLineFilter(Numbers: body.Numbers), chosen, cancellationToken), static changed => new ChosenRowsResource(changed));
    }

    private static async Task<IResult> StartAsync(Guid id, CustomerImportVersionBody body, ICustomerImportDesk desk, ICustomerImportDirectory imports, CancellationToken cancellationToken) =>
        body.Version is { } version
            ? await AnswerAsync(id, await desk.StartAsync(id, version, cancellationToken), imports, cancellationToken)
            : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<IResult> StopAsync(Guid id, ICustomerImportDesk desk, ICustomerImportDirectory imports, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await desk.StopAsync(id, cancellationToken), imports, cancellationToken);

    private static Task<IResult> ProblemsAsync(Guid id, HttpResponse response, CustomerImportProblemFile file, CancellationToken cancellationToken) => file.AnswerAsync(response, id, cancellationToken);

    private static async Task<IResult> DiscardAsync(Guid id, ICustomerImportDesk desk, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await desk.DiscardAsync(id, cancellationToken));

    private static async Task<IResult> AnswerAsync(Guid id, Result done, ICustomerImportDirectory imports, CancellationToken cancellationToken) =>
        done.Succeeded ? await GetAsync(id, imports, cancellationToken) : ApiResults.Problem(done.Error);
}
