// The everyday words of Spanish: those of which everyday language has at least a hundred in a
// million, function words apart. That two texts both hold one of them says little.
//
// Source: wordfreq 3.1 (Robyn Speer 2022, doi:10.5281/zenodo.7199437), which counts books,
// subtitles, news, encyclopaedias and the web.
#pragma once

#include <string_view>

namespace reprise::detail::spanish {

constexpr std::string_view everyday_words =
    "abril acceso acciones acción acerca actividad actividades actual actualmente acuerdo acá "
    "adelante administración agosto agua ahora aire algo alguien allá alrededor alta alto "
    "ambos amigo amigos amor américa anterior antes apoyo argentina armas arriba arte "
    "artículo asi atención aun auto autor ayer ayuda ayudar año años baja banco base bastante "
    "bien blanco boca brasil buen buena buenas bueno buenos busca buscar cabeza cabo calidad "
    "calle cambiar cambio camino campaña campo canción cantidad capacidad capital cara cargo "
    "carlos carrera carta casa caso casos causa central centro cerca chile china cierto cinco "
    "ciudad ciudadanos civil claro clase colombia color comer comida comisión compañía "
    "comprar comunicación comunidad común condiciones congreso conmigo conocer conocido "
    "conseguir consejo construcción contigo control corazón corte cosa cosas costa crear cree "
    "creer creo crisis cualquier cualquiera cuanto cuatro cuenta cuerpo culpa cultura cámara "
    "dado dan dar datos debido decir defensa deja dejar demasiado demás dentro departamento "
    "derecho derechos desarrollo después dia diario dice dicen dicho diciembre diciendo diez "
    "diferencia diferente diferentes difícil digo dije dijo dinero dio dios dirección "
    "director domingo dos duda día días dólares economía edad educación ejemplo ejército "
    "elecciones empezar empresa empresas encima encontrar encuentra energía enero entender "
    "entiendo entrar equipo eres escuela eso espacio españa español especial especialmente "
    "espera esperar espero estados estamos estilo esto estudio estudios estás esté etc europa "
    "evitar existe existen experiencia facebook falta familia favor febrero fecha feliz fin "
    "final finalmente fondo forma formas foto fotos frente fuego fuente fuera fuerte fuerza "
    "fuerzas fui futuro fácil fútbol ganar general gente gobierno gracias gran grande grandes "
    "grupo grupos guerra gusta habla hablando hablar hacen hacerlo haces haciendo haga hago "
    "has hecho hermano hicieron hija hijo hijos historia hizo hola hombre hombres hora horas "
    "hoy hubiera humanos iba idea ideas iglesia igual imagen importa importante importantes "
    "incluso información inglés interior internacional internet interés investigación jefe "
    "josé joven juan juego juegos jugar julio junio junto juntos justicia justo jóvenes lado "
    "largo leer lejos ley leyes libertad libre libro libros lista llama llamada llamado llega "
    "llegar llegó lleva llevar local lucha lugar lugares luis luz línea madre madrid mal mala "
    "malo mamá manera mano manos mantener mar marzo maría mas mayo mayor mayoría mañana media "
    "medida medio medios mejor mejores menor mensaje mercado mes meses miedo miembros mil "
    "militar millones ministerio ministro minutos mira mitad modelo modo momento movimiento "
    "muerte muestra mujer mujeres mundial mundo méxico música nacional nada nadie natural "
    "necesario necesidad necesita necesito negro nivel niño niños noche nombre norte nota "
    "noticias noviembre nueva nuevas nuevo nuevos número objetivo obra obras octubre oficial "
    "oficina ojos opinión oportunidad orden organización oro padre padres palabra palabras "
    "papel par parece parte partes participación partido partidos partir pasa pasado pasar "
    "paso pasó paz país países película pena pensar peor pequeña pequeño perder persona "
    "personal personas pesar plan plata plaza población podemos poder policía política "
    "políticas político políticos pone poner popular posible posición precio pregunta "
    "preguntas presente presidente primer primera primero primeros principal principales "
    "principio principios probablemente problema problemas proceso producción productos "
    "programa pronto propia propio provincia proyecto prueba pueblo pueda puedes puedo puerta "
    "puerto puesto punto puntos página pública público queda queremos quería quiere quieren "
    "quieres quiero radio razón real realidad realmente recuerdo recursos red región "
    "relaciones relación república respecto respuesta resto resultado resultados rey rápido "
    "río sabe saben saber sabes sale salir salud san sangre santa sector seguir segunda "
    "segundo seguridad seguro seis semana semanas sentido septiembre serie serio servicio "
    "servicios señor siempre siento siglo significa sigue siguiente simplemente siquiera "
    "sistema sitio situación social sociales sociedad sol sola solamente suerte suficiente "
    "superior supuesto sur tarde tema temas tenemos tener tenga tengo tenido the tiempo "
    "tienes tierra tipo toma tomar total trabajadores trabajar trabajo trata través tres "
    "twitter título unidos universidad uno usar uso vale valor vamos vas vaya veces ven "
    "venezuela veo ver verdad vez viaje vida video viejo viene violencia vista visto vive "
    "vivir vivo volver vos voy voz vuelta web zona área época éxito última último últimos "
    "única único";

}  // namespace reprise::detail::spanish
