using System.Text.Json;
using System.Text.Json.Nodes;
using IspPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IspPortal.Web.Shared.Api;

/// <summary>The OpenAPI document at /openapi/v1.json and its page at /api/docs.</summary>
internal static class ApiDocument
{
    private const string Name = "v1";
    private const string Bearer = "bearer";
    private const string Key = "apiKey";

    public static void AddPortalOpenApi(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, cancellationToken) =>
        {
            ListWords(operation, context);
            AskForKey(operation, context);
            await AskForSignInAsync(operation, context, cancellationToken);
        });
    });

    public static void MapPortalOpenApi(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    /// <summary>Before authorization: the page is no endpoint that could say that anybody may read it.</summary>
    public static void UsePortalOpenApiPage(this WebApplication app) =>
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "api/docs";
            options.DocumentTitle = "IspPortal API";
            options.SwaggerEndpoint("/openapi/v1.json", Name);
        });

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "IspPortal API",
            Version = Name,
            Description = "Runs an internet provider over MikroTik routers. Get a token with POST /api/v1/auth/token and send it as Authorization: Bearer; programs send an API key "
                + "(isp_…, made by an administrator) in the same header or as X-Api-Key. "
                + "Failures are problem details (RFC 9457) with a stable code.",
        };
        // The address the reader came by is the right one; a fixed list would name the inside of a proxy.
        document.Servers = null;
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "accessToken of POST /api/v1/auth/token, which lives 15 minutes, or an API key.",
        };
        document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = ApiKeyHeaders.Name,
            Description = "An API key (isp_…). It may do what its scopes say, as long as its maker may; it gets nobody signed in and makes no other keys.",
        };
    }

    private static void ListWords(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        foreach (var description in context.Description.ParameterDescriptions)
        {
            var type = Nullable.GetUnderlyingType(description.ParameterDescriptor?.ParameterType ?? typeof(object)) ?? description.ParameterDescriptor?.ParameterType;
            if (type?.IsAssignableTo(typeof(IEnumWord)) == true
                && operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(parameter => parameter.Name == description.Name) is { } parameter)
            {
                var words = Enum.GetNames(type.GenericTypeArguments[0]).Select(JsonNamingPolicy.CamelCase.ConvertName);
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(word => JsonValue.Create(word))] };
            }
        }
    }

    private static void AskForKey(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredIdempotencyKey>().Any())
        {
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = RequiredIdempotencyKey.Header,
            In = ParameterLocation.Header,
            Required = true,
            Description = "A new one for each thing to be done, e.g. a UUID. The same request with the same key is answered again and not done again.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = RequiredIdempotencyKey.MaxLength },
        });
    }

    private static async Task AskForSignInAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        var problem = await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, cancellationToken);
        AddProblem("429", "Too many requests; Retry-After says when to come again");
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            return;
        }

        operation.Security = [Requirement(Bearer)];
        AddProblem("401", "Not signed in");
        if (metadata.OfType<RequiredPermission>().LastOrDefault() is { } required)
        {
            AddProblem("403", $"Lacks the permission {required.Permission}");
            operation.Description = $"{operation.Description} Needs {required.Permission}.".TrimStart();
        }

        if (metadata.OfType<RequiredPerson>().Any())
        {
            AddProblem("403", "Not for API keys");
        }
        else
        {
            operation.Security.Add(Requirement(Key));
        }

        OpenApiSecurityRequirement Requirement(string scheme) => new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };

        void AddProblem(string status, string description) => operation.Responses.TryAdd(status, new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType> { [ProblemResult.ContentType] = new() { Schema = problem } },
        });
    }
}
