using IspPortal.Infrastructure.Lab;
using IspPortal.Web.Layout;

if (LabProcess.IsAskedFor(args))
{
    await LabProcess.RunAsync(args, Console.Out);
    return;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.UseDefaultAddress();
builder.AddShell();
builder.Services.AddLab(builder.Configuration, onByDefault: builder.Environment.IsDevelopment());

var app = builder.Build();
app.UseShell();
app.MapStaticAssets();
app.MapShell();
await app.RunAsync();
