using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.CustomerImports;

/// <summary>/export/customer-import-problems/{id}.csv, for the page.</summary>
internal static class CustomerImportExport
{
    public static void MapCustomerImportProblems(this IEndpointRouteBuilder exports) =>
        exports.MapGet("/customer-import-problems/{id:guid}.csv", (Guid id, HttpResponse response, [FromServices] CustomerImportProblemFile file, CancellationToken token) => file.AnswerAsync(response, id, token));
}
